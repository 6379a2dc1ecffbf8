import { useState } from 'preact/hooks';
import { pretty } from './pretty';

// Marks that turn the writing direction, and control characters: shown by their number, never handed to the browser.
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text from traces and scripts. Its direction is its own, so that it cannot turn what stands beside it. */
export function Text({ of }: { of: string | null | undefined }) {
    return <bdi>{pieces((of ?? '').replace(/\r\n?/g, '\n'))}</bdi>;
}

function pieces(text: string) {
    if (text.search(hidden) < 0) {
        return text;
    }

    const parts: preact.ComponentChild[] = [];
    let from = 0;
    for (const match of text.matchAll(hidden)) {
        const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        parts.push(text.slice(from, match.index), <span class="hidden-mark" title={`The invisible character U+${code}`}>U+{code}</span>);
        from = match.index + 1;
    }

    return [...parts, text.slice(from)];
}

const Folded = 1200;

/** A text of any length; of a long one the beginning, until asked for all. */
export function Block({ of, mono = false }: { of: string; mono?: boolean }) {
    const [open, setOpen] = useState(false);
    const text = mono ? pretty(of) : of;
    const isLong = text.length > Folded * 1.5;

    return (
        <div class={mono ? 'block mono' : 'block'} dir="auto">
            <Text of={isLong && !open ? text.slice(0, Folded) + '…' : text} />
            {isLong && <button type="button" class="more" onClick={() => setOpen(!open)}>{open ? 'Show less' : 'Show all'}</button>}
        </div>
    );
}

