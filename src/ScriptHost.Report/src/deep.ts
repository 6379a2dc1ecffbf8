import { useEffect, useState } from 'preact/hooks';
import type { Body } from './data';
import { matches, wordsOf } from './filter';
import type { Report } from './report';

/** Which traces hold the words anywhere: unpacks one block after the other, and tells how far it is. */
export function useDeepSearch(report: Report, search: string, isOn: boolean): { found: Set<number>; done: number } {
    const [state, set] = useState({ found: new Set<number>(), done: 0 });
    useEffect(() => {
        const words = wordsOf(search);
        let isStale = false;
        const found = new Set<number>();
        set({ found, done: isOn && words.length ? 0 : 1 });
        void (async () => {
            for (let block = 0; isOn && words.length && block < report.bodies.count && !isStale; block++) {
                const { from, rows } = await report.bodies.block(block);
                rows.forEach((body, i) => matches(text(body), words) && found.add(from + i));

                // Not after every block: the list is drawn anew each time.
                if (!isStale && (block % 10 === 9 || block === report.bodies.count - 1)) {
                    set({ found: new Set(found), done: (block + 1) / report.bodies.count });
                }
            }
        })();

        return () => {
            isStale = true;
        };
    }, [report, search, isOn]);

    return state;
}

const text = (body: Body): string => JSON.stringify(body).toLowerCase();
