import type { Letter } from './table';

// Each state has a shape and a word; colour only repeats them.
const signs: Record<Letter, { mark: string; word: string; tone: string }> = {
    '1': { mark: '✓', word: 'passed', tone: 'good' },
    '0': { mark: '✕', word: 'failed', tone: 'bad' },
    e: { mark: '⚠', word: 'scorer error', tone: 'warn' },
    v: { mark: '•', word: 'value', tone: 'plain' },
    n: { mark: '–', word: 'not applicable', tone: 'faint' },
    s: { mark: '·', word: 'skipped', tone: 'faint' },
    '-': { mark: '·', word: 'nothing said', tone: 'faint' },
};

export function Sign({ letter, label }: { letter: Letter; label?: string }) {
    const { mark, word, tone } = signs[letter];

    return <span class={`sign ${tone}`} role="img" aria-label={label ?? word} title={label ?? word}>{mark}</span>;
}

/** A trace's or session's state at a glance. */
export function UnitSign({ fails, errors }: { fails: number; errors: number }) {
    if (fails + errors === 0) {
        return <span class="unit-sign"><Sign letter="1" label="nothing failed" /></span>;
    }

    return (
        <span class="unit-sign">
            {fails > 0 && <span class="tally"><Sign letter="0" label={`${fails} failed`} />{fails}</span>}
            {errors > 0 && <span class="tally"><Sign letter="e" label={`${errors} scorer errors`} />{errors}</span>}
        </span>
    );
}
