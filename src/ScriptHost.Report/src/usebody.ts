import { useEffect, useState } from 'preact/hooks';
import type { Bodies } from './blocks';
import type { Body } from './data';

/** The body of a row, as soon as its block is unpacked. */
export function useBody(bodies: Bodies | undefined, row: number | undefined): Body | undefined {
    const [found, set] = useState<{ row: number; body: Body }>();
    useEffect(() => {
        let isStale = false;
        if (bodies && row !== undefined) {
            void bodies.get(row).then(body => isStale || set({ row, body }));
        }

        return () => {
            isStale = true;
        };
    }, [bodies, row]);

    return found?.row === row ? found?.body : undefined;
}
