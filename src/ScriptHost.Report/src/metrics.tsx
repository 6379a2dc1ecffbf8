import type { ViewProps } from './app';
import type { Column } from './data';
import { count, number, share } from './format';
import { ColumnPlot } from './plots';
import type { Report } from './report';
import { link } from './route';
import { Text } from './text';

export function Metrics({ report }: ViewProps) {
    return (
        <div class="page">
            <h1>Metrics</h1>
            <p class="note">
                Whiskers are 95 % intervals: Wilson’s for verdicts, Student’s t for the mean of numbers (cut at 0 and 1 where scores end there); both take the values for independent, which turns of
                one session are not quite. n counts the values in the denominator: errors and “not applicable” are outside and counted apart.
            </p>
            <MetricTable report={report} />
        </div>
    );
}

export function MetricTable({ report }: { report: Report }) {
    const { columns, run } = report.summary;
    const outcomes = run.outcomes ?? {};
    const silent = Object.entries(outcomes).filter(([scorer]) => !columns.some(c => c.scorer === scorer));

    return (
        <>
            <div class="wide"><table class="metrics">
                <thead>
                    <tr><th>Feedback</th><th class="right">Value</th><th>95 % interval</th><th class="plot-cell">Distribution</th><th class="right">n</th><th class="right">Errors</th><th class="right" title="not applicable">n/a</th></tr>
                </thead>
                <tbody>
                    {columns.map((column, i) => (
                        <tr>
                            <td class="name"><a href={link('metric', report.key(i))}><Text of={column.name} /></a>{column.name !== column.scorer && <small> <Text of={column.scorer} /></small>}{column.session && <small> session</small>}</td>
                            <td class="right num"><Direction of={column} /> {value(column)}</td>
                            <td class="num faint nowrap">{interval(column)}</td>
                            <td class="plot-cell"><ColumnPlot column={column} />{column.kind === 'text' && <TopTexts column={column} />}</td>
                            <td class="right num">{count(column.kind === 'text' ? texts(column) : column.n)}</td>
                            <td class={`right num ${column.errors ? '' : 'zero'}`}>{count(column.errors)}</td>
                            <td class={`right num ${outcomes[column.scorer]?.not_applicable ? '' : 'zero'}`}>{count(outcomes[column.scorer]?.not_applicable ?? 0)}</td>
                        </tr>
                    ))}
                </tbody>
            </table></div>
            {silent.length > 0 && <p class="note">Never applicable: {silent.map(([s], i) => <>{i > 0 && ', '}<Text of={s} /></>)}.</p>}
        </>
    );
}

export function value(column: Column): string {
    return column.kind === 'verdict' ? share(column.mean) : column.kind === 'number' ? number(column.mean) : '–';
}

export function interval(column: Column): string {
    if (column.low === undefined) {
        return '';
    }

    return column.kind === 'verdict' ? `${share(column.low)} – ${share(column.high)}` : `${number(column.low)} – ${number(column.high)}`;
}

export function Direction({ of }: { of: Column }) {
    const word = of.direction === 'up' ? 'higher is better' : of.direction === 'down' ? 'lower is better' : '';

    return word ? <span class="direction" role="img" title={word} aria-label={word}>{of.direction === 'up' ? '↑' : '↓'}</span> : null;
}

const texts = (column: Column): number => (column.texts ?? []).reduce((sum, t) => sum + t[1], 0);

function TopTexts({ column }: { column: Column }) {
    const all = column.texts ?? [];

    return <span class="top-texts">{all.slice(0, 3).map(([text, n], i) => <>{i > 0 && ', '}<Text of={text || 'others'} /> <span class="faint">{count(n)}</span></>)}{all.length > 3 && ' …'}</span>;
}
