import type { ViewProps } from './app';
import { count } from './format';
import type { Report } from './report';
import { link } from './route';
import { Sign } from './sign';
import { Text } from './text';

/** All failures and errors, like ones together. */
export function Failures({ report }: ViewProps) {
    return (
        <div class="page">
            <h1>Failures by reason</h1>
            <p class="note">Rationales that differ in numbers and quotations only are one reason; the first of each is shown. Errors are the scorer’s own, not the trace’s.</p>
            <GroupTable report={report} most={Infinity} />
        </div>
    );
}

export function GroupTable({ report, most }: { report: Report; most: number }) {
    const { groups, columns } = report.summary;
    const order = groups.map((_, i) => i).sort((a, b) => groups[b]!.count - groups[a]!.count || a - b).slice(0, most);
    const top = groups[order[0] ?? 0]?.count ?? 1;
    if (order.length === 0) {
        return <p class="empty">Nothing failed.</p>;
    }

    return (
        <div class="wide"><table class="groups">
            <thead><tr><th class="right">Count</th><th aria-hidden="true" /><th>Feedback</th><th>Reason</th></tr></thead>
            <tbody>
                {order.map(i => {
                    const group = groups[i]!;
                    const column = columns[group.column]!;
                    const to = link(column.session ? 'sessions' : 'traces', '', { group: String(i) });

                    return (
                        <tr>
                            <td class="right num"><a href={to} aria-label={`${group.count} ${column.session ? 'sessions' : 'traces'}: ${column.name}`}>{count(group.count)}</a></td>
                            <td class="bar-cell" aria-hidden="true"><span class="bar" style={{ width: `${Math.max(2, (100 * group.count) / top)}%` }} /></td>
                            <td class="name"><Sign letter={group.error ? 'e' : '0'} /> <a href={link('metric', report.key(group.column))}><Text of={column.name} /></a></td>
                            <td class="reason"><a href={to}>{group.example ? <Text of={group.example} /> : <em>no rationale given</em>}</a></td>
                        </tr>
                    );
                })}
            </tbody>
        </table></div>
    );
}
