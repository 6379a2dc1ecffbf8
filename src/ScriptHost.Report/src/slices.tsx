import type { ViewProps } from './app';
import { count, number, share } from './format';
import { mean, wilson, type Estimate } from './estimate';
import type { Report } from './report';
import { go, link } from './route';
import { Text } from './text';

const MostValues = 40;

/** The trace's name, which is as good a slice as a tag. */
export const NameKey = 'trace name';

/** Keys of tags that say something: two to a few hundred values, not one a trace. */
export function tagKeys(report: Report): string[] {
    const values = new Map<string, Map<string, number>>();
    const add = (key: string, value: string) => {
        const known = values.get(key) ?? new Map<string, number>();
        values.set(key, known.set(value, (known.get(value) ?? 0) + 1));
    };
    report.traces.tags.forEach((tags, row) => {
        for (let i = 0; i < tags.length; i += 2) {
            add(tags[i]!, tags[i + 1]!);
        }

        add(NameKey, report.traces.names[row] ?? '');
    });

    return [...values].filter(([, v]) => v.size > 1 && v.size <= Math.max(10, report.traces.count / 3)).map(([key]) => key).sort();
}

export function Slices({ report, route }: ViewProps) {
    const keys = tagKeys(report);
    const tag = route.query.get('tag') ?? keys.find(k => k !== NameKey) ?? keys[0];
    const columns = report.summary.columns.flatMap((c, i) => (c.session || c.n === 0 ? [] : [i]));

    return (
        <div class="page">
            <h1>Slices</h1>
            {tag === undefined ? <p class="empty">No tag of these traces takes more than one value.</p> : (
                <>
                    <p class="controls">
                        <label>Tag <select value={tag} onChange={e => go(link('slices', '', { tag: e.currentTarget.value }))}>{keys.map(k => <option>{k}</option>)}</select></label>
                        <span class="note">Marked ▼ or ▲: the slice’s 95 % interval does not hold the value of all traces. Of twenty such marks, one is chance.</span>
                    </p>
                    <SliceTable report={report} tag={tag} columns={columns} />
                </>
            )}
        </div>
    );
}

/** A row a value of the tag, a column a metric. */
export function SliceTable({ report, tag, columns }: { report: Report; tag: string; columns: number[] }) {
    const slices = new Map<string, number[]>();
    for (let row = 0; row < report.traces.count; row++) {
        const value = tag === NameKey ? report.traces.names[row] ?? undefined : report.traces.tag(row, tag);
        if (value !== undefined) {
            const rows = slices.get(value);
            if (rows) {
                rows.push(row);
            } else {
                slices.set(value, [row]);
            }
        }
    }

    const shown = [...slices].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).slice(0, MostValues);

    return (
        <div class="wide"><table class="slices">
            <thead>
                <tr><th>{tag}</th><th class="right">Traces</th><th class="right">With a failure</th>{columns.map(c => <th class="right"><a href={link('metric', report.key(c))}><Breaking of={report.summary.columns[c]!.name} /></a></th>)}</tr>
            </thead>
            <tbody>
                {shown.map(([value, rows]) => {
                    const failed = rows.filter(r => report.traces.fails[r]! + report.traces.errors[r]! > 0).length;

                    return (
                        <tr>
                            <th scope="row"><a href={tag === NameKey ? link('traces', '', { q: value }) : link('traces', '', { tag: `${tag}=${value}` })}><Text of={value || '(empty)'} /></a></th>
                            <td class="right num">{count(rows.length)}</td>
                            <td class="right num">{share(failed / rows.length)}</td>
                            {columns.map(c => <Cell report={report} column={c} rows={rows} />)}
                        </tr>
                    );
                })}
            </tbody>
        </table></div>
    );
}

// A long name may break after its underscores.
const Breaking = ({ of }: { of: string }) => <>{of.split(/(?<=_)/).map(part => <><Text of={part} /><wbr /></>)}</>;

function Cell({ report, column, rows }: { report: Report; column: number; rows: number[] }) {
    const { kind, mean: overall = 0, direction } = report.summary.columns[column]!;
    const found = estimate(report, column, rows);
    if (found.n === 0) {
        return <td class="right faint">–</td>;
    }

    const off = found.low === undefined || found.high === undefined ? 0 : found.high < overall ? -1 : found.low > overall ? 1 : 0;
    const tone = off === 0 || !direction ? '' : (off > 0) === (direction === 'up') ? 'good' : 'bad';
    const shown = kind === 'verdict' ? share : number;
    const title = `n = ${found.n}` + (found.low === undefined ? '' : `, 95 % interval ${shown(found.low)} to ${shown(found.high)}; all traces ${shown(overall)}`);

    return <td class="right num" title={title}>{off !== 0 && <span class={`sign ${tone}`} role="img" aria-label={off < 0 ? 'lower than all' : 'higher than all'}>{off < 0 ? '▼' : '▲'}</span>}{shown(found.mean)}</td>;
}

function estimate(report: Report, column: number, rows: number[]): Estimate {
    const values = rows.map(r => report.traces.number(column, r)).filter(v => v !== undefined);

    return report.summary.columns[column]!.kind === 'verdict' ? wilson(values.filter(v => v === 1).length, values.length) : mean(values);
}
