import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

// Where each list was scrolled to, so that Back leads back.
const offsets = new Map<string, number>();

// More on paper is no longer read.
const Printed = 1000;

/** A list of any length of which only what is seen exists. All rows have the same height. */
export function VirtualRows(props: {
    name: string;
    label: string;
    count: number;
    height: number;
    cursor: number;
    row: (index: number) => preact.ComponentChild;
}) {
    const { name, label, count, height, cursor, row } = props;
    const box = useRef<HTMLDivElement>(null);
    const [view, setView] = useState({ top: offsets.get(name) ?? 0, height: 800 });
    const isPrinting = usePrinting();

    useLayoutEffect(() => {
        const element = box.current!;
        element.scrollTop = offsets.get(name) ?? 0;
        const look = () => {
            offsets.set(name, element.scrollTop);
            setView({ top: element.scrollTop, height: element.clientHeight });
        };
        const observer = new ResizeObserver(look);
        observer.observe(element);
        element.addEventListener('scroll', look, { passive: true });

        return () => {
            observer.disconnect();
            element.removeEventListener('scroll', look);
        };
    }, [name]);

    useLayoutEffect(() => {
        const element = box.current!;
        const top = cursor * height;
        if (cursor < 0) {
            return;
        }

        if (top < element.scrollTop) {
            element.scrollTop = top;
        } else if (top + height > element.scrollTop + element.clientHeight) {
            element.scrollTop = top + height - element.clientHeight;
        }
    }, [cursor, height]);

    const first = isPrinting ? 0 : Math.max(0, Math.floor(view.top / height) - 8);
    const last = isPrinting ? Math.min(count, Printed) : Math.min(count, Math.ceil((view.top + view.height) / height) + 8);

    return (
        <div class="rows" ref={box} role="rowgroup" aria-label={label} tabIndex={-1}>
            <div class="rows-all" style={{ height: isPrinting ? 'auto' : `${count * height}px` }}>
                <div class="rows-seen" style={{ transform: isPrinting ? 'none' : `translateY(${first * height}px)` }}>
                    {Array.from({ length: Math.max(0, last - first) }, (_, i) => row(first + i))}
                </div>
            </div>
        </div>
    );
}

function usePrinting(): boolean {
    const [isPrinting, set] = useState(false);
    useEffect(() => {
        const begin = () => set(true);
        const end = () => set(false);
        addEventListener('beforeprint', begin);
        addEventListener('afterprint', end);

        return () => {
            removeEventListener('beforeprint', begin);
            removeEventListener('afterprint', end);
        };
    }, []);

    return isPrinting;
}
