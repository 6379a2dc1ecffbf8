import { useLayoutEffect, useRef } from 'preact/hooks';

export type Keys = Record<string, () => void>;

/** Keys that do something while a view is shown. Not while somebody types, and not with Ctrl and the like. */
export function useKeys(keys: Keys): void {
    const latest = useRef(keys);
    latest.current = keys;
    // With the view and not after it is painted: a key that is pressed at once counts.
    useLayoutEffect(() => {
        const press = (event: KeyboardEvent) => {
            const target = event.target as HTMLElement;
            const isTyping = target.matches?.('input, select, textarea');
            if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || (isTyping && event.key !== 'Escape')) {
                return;
            }

            if (event.key === 'Enter' && target.matches?.('a, button, summary')) {
                return;
            }

            const action = latest.current[event.key];
            if (action) {
                event.preventDefault();
                if (isTyping) {
                    target.blur();
                } else {
                    action();
                }
            }
        };
        addEventListener('keydown', press);

        return () => removeEventListener('keydown', press);
    }, []);
}

/** Puts the cursor into a field, over what stands there. `select` alone does so in some browsers only. */
export function enter(field: HTMLInputElement | null): void {
    field?.focus();
    field?.select();
}
