// Numbers, times and sizes as people read them.

const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export function number(value: number | null | undefined): string {
    if (value === null || value === undefined) {
        return '–';
    }

    const size = Math.abs(value);

    return size !== 0 && size < 0.0001 ? value.toExponential(2) : size >= 1000 ? whole.format(value) : plain.format(value);
}

export const count = (value: number): string => whole.format(value);

/** From 0 to 1 as per cent; never 100 % for less than all. */
export function share(value: number | null | undefined): string {
    if (value === null || value === undefined) {
        return '–';
    }

    const percent = value * 100;
    const shown = percent < 10 || (percent > 90 && percent < 100) ? Math.round(percent * 10) / 10 : Math.round(percent);

    return `${(shown === 100 && percent < 100 ? 99.9 : shown).toString()} %`;
}

export function duration(ms: number | null | undefined): string {
    if (ms === null || ms === undefined) {
        return '';
    }

    if (ms < 1) {
        return `${Math.round(ms * 1000)} µs`;
    }

    return ms < 1000 ? `${Math.round(ms)} ms` : ms < 60_000 ? `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s` : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** Universal time, as the traces have it. */
export function time(ms: number | null | undefined): string {
    return ms === null || ms === undefined ? '' : new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

export function bytes(size: number): string {
    return size < 1000 ? `${size} B` : size < 1e6 ? `${(size / 1e3).toFixed(1)} kB` : size < 1e9 ? `${(size / 1e6).toFixed(1)} MB` : `${(size / 1e9).toFixed(1)} GB`;
}

export const plural = (n: number, one: string, many = one + 's'): string => `${count(n)} ${n === 1 ? one : many}`;
