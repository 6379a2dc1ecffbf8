import type { Column } from './data';
import { number, share } from './format';

const Width = 160;
const Height = 28;
const Pad = 4;

/** How a column's values lie, with its mean and the 95 % interval as a whisker on the same scale. */
export function ColumnPlot({ column, scale = 1 }: { column: Column; scale?: number }) {
    if (column.n === 0) {
        return null;
    }

    return column.kind === 'verdict' ? <SharePlot column={column} scale={scale} /> : <ValuePlot column={column} scale={scale} />;
}

function SharePlot({ column, scale }: { column: Column; scale: number }) {
    const x = (value: number) => Pad + value * (Width - 2 * Pad);
    const label = `${share(column.mean)} passed, 95 % interval ${share(column.low)} to ${share(column.high)}`;

    return (
        <Plot label={label} scale={scale}>
            <rect class="track" x={x(0)} y={8} width={x(1) - x(0)} height={8} />
            <rect class="fill" x={x(0)} y={8} width={x(column.mean ?? 0) - x(0)} height={8} />
            <Whisker low={x(column.low ?? 0)} high={x(column.high ?? 0)} at={x(column.mean ?? 0)} y={12} />
        </Plot>
    );
}

function ValuePlot({ column, scale }: { column: Column; scale: number }) {
    const bins = pairs(column.bins ?? []);
    const width = column.width ?? 1;

    // One value only stands in the middle of nothing.
    const around = bins.length === 1 ? Math.max(20 * width, Math.abs(bins[0]![0])) : 0;
    const from = Math.min(bins[0]?.[0] ?? 0, column.low ?? Infinity) - around;
    const to = Math.max((bins.at(-1)?.[0] ?? 0) + width, column.high ?? -Infinity) + around;
    const most = Math.max(...bins.map(b => b[1]));
    const x = (value: number) => Pad + ((value - from) / (to - from || 1)) * (Width - 2 * Pad);
    const bar = Math.max(2, x(from + width) - x(from) - 0.5);
    const label = `${column.n} values from ${number(column.min)} to ${number(column.max)}, mean ${number(column.mean)}`
        + (column.low === undefined ? '' : `, 95 % interval ${number(column.low)} to ${number(column.high)}`);

    return (
        <Plot label={label} scale={scale}>
            <line class="axis" x1={Pad} x2={Width - Pad} y1={19.5} y2={19.5} />
            {bins.map(([start, n]) => <rect class="bin" x={x(start)} width={bar} y={19 - (17 * n) / most} height={(17 * n) / most} />)}
            <Whisker low={x(column.low ?? column.mean ?? 0)} high={x(column.high ?? column.mean ?? 0)} at={x(column.mean ?? 0)} y={24} />
        </Plot>
    );
}

function Plot({ label, scale, children }: { label: string; scale: number; children: preact.ComponentChildren }) {
    return (
        <svg class="plot" viewBox={`0 0 ${Width} ${Height}`} width={Width * scale} height={Height * scale} role="img" aria-label={label}>
            <title>{label}</title>
            {children}
        </svg>
    );
}

/** An interval with caps, and the estimate as a dot. */
export function Whisker({ low, high, at, y }: { low: number; high: number; at: number; y: number }) {
    return (
        <g class="whisker">
            <path d={`M${low} ${y - 3}v6M${low} ${y}H${high}M${high} ${y - 3}v6`} />
            <circle cx={at} cy={y} r={2.2} />
        </g>
    );
}

/** A value between 0 and 1 against what was demanded of it. */
export function BoundPlot({ value, interval, bound }: { value: number; interval: [number, number] | undefined; bound: number | null }) {
    const x = (v: number) => Pad + Math.min(1, Math.max(0, v)) * (Width - 2 * Pad);
    const label = `${share(value)}` + (interval ? `, 95 % interval ${share(interval[0])} to ${share(interval[1])}` : '');

    return (
        <svg class="plot" viewBox={`0 0 ${Width} 20`} width={Width} height={20} role="img" aria-label={label}>
            <title>{label}</title>
            <rect class="track" x={x(0)} y={7} width={x(1) - x(0)} height={6} />
            <rect class="fill" x={x(0)} y={7} width={x(value) - x(0)} height={6} />
            {interval && <Whisker low={x(interval[0])} high={x(interval[1])} at={x(value)} y={10} />}
            {bound !== null && <path class="bound" d={`M${x(bound)} 1v18`} />}
        </svg>
    );
}

const pairs = (flat: number[]): [number, number][] => flat.flatMap((v, i) => (i % 2 ? [] : [[v, flat[i + 1]!] as [number, number]]));
