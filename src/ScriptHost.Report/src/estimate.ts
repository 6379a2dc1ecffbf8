// Intervals of slices, which only the page knows; the same as WilsonInterval and MeanInterval in src/ScriptHost.

export interface Estimate {
    n: number;
    mean: number;
    low?: number;
    high?: number;
}

const Z = 1.959963984540054;

export function wilson(passes: number, n: number): Estimate {
    if (n === 0) {
        return { n, mean: 0 };
    }

    const rate = passes / n;
    const spread = (Z * Z) / n;
    const middle = (rate + spread / 2) / (1 + spread);
    const half = Math.sqrt(rate * (1 - rate) * spread + (spread * spread) / 4) / (1 + spread);

    return { n, mean: rate, low: passes === 0 ? 0 : middle - half, high: passes === n ? 1 : middle + half };
}

export function mean(values: number[]): Estimate {
    const n = values.length;
    const at = values.reduce((sum, v) => sum + v, 0) / (n || 1);
    if (n < 2) {
        return { n, mean: at };
    }

    const half = student(n - 1) * Math.sqrt(values.reduce((sum, v) => sum + (v - at) ** 2, 0) / (n - 1) / n);

    return { n, mean: at, low: at - half, high: at + half };
}

const few = [12.706204736, 4.30265273, 3.182446305, 2.776445105, 2.570581836, 2.446911851, 2.364624252, 2.306004135, 2.262157163, 2.228138852];

// The 97.5 % point of Student's t: Abramowitz and Stegun, 26.7.5.
function student(n: number): number {
    const z2 = Z * Z;
    const terms = [
        (Z * (z2 + 1)) / 4,
        (Z * ((5 * z2 + 16) * z2 + 3)) / 96,
        (Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384,
        (Z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92160,
    ];

    return few[n - 1] ?? terms.reduce((sum, term, i) => sum + term / n ** (i + 1), Z);
}
