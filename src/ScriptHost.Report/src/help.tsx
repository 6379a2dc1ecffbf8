import { useLayoutEffect, useRef } from 'preact/hooks';

const keys: [string, string][] = [
    ['j  k', 'next and previous row, trace or turn'],
    ['Enter', 'open'],
    ['f', 'failed traces'],
    ['/', 'search'],
    ['Esc', 'back, or leave the search'],
    ['1 … 7', 'the views, from the left'],
    ['t', 'light or dark'],
    ['?', 'this list'],
];

export function Help({ onClose }: { onClose: () => void }) {
    const dialog = useRef<HTMLDialogElement>(null);
    useLayoutEffect(() => dialog.current?.showModal(), []);

    return (
        <dialog ref={dialog} onClose={onClose} onClick={e => e.target === dialog.current && onClose()} aria-label="Keys">
            <h2>Keys</h2>
            <table class="keys">
                <tbody>
                    {keys.map(([key, what]) => <tr><th scope="row">{key.split('  ').map(k => <kbd>{k}</kbd>)}</th><td>{what}</td></tr>)}
                </tbody>
            </table>
            <p class="note">Every view has its own address: copy it to share it with whoever has this file. The page loads nothing and sends nothing.</p>
            <button type="button" onClick={onClose}>Close</button>
        </dialog>
    );
}
