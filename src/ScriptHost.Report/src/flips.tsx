import type { ViewProps } from './app';
import type { Flip } from './data';
import { number, plural } from './format';
import type { Report } from './report';
import { link } from './route';
import { Text } from './text';

/** What changed against an earlier run. */
export function Flips({ report }: ViewProps) {
    const baseline = report.summary.baseline;
    if (!baseline) {
        return <p class="empty">This report was made without an earlier run to compare with.</p>;
    }

    const worse = baseline.flips.filter(f => f.worse).length;

    return (
        <div class="page">
            <h1>Flips since <Text of={baseline.run} /></h1>
            <p class="note">{plural(worse, 'verdict')} newly failing, {baseline.flips.length - worse} newly passing.</p>
            {baseline.changes.length > 0 && (
                <div class="wide"><table>
                    <thead><tr><th>Metric</th><th class="right">Before</th><th class="right">Now</th><th>Difference</th></tr></thead>
                    <tbody>
                        {baseline.changes.map(c => (
                            <tr><td><Text of={c.metric} /></td><td class="right num">{number(c.before)}</td><td class="right num">{number(c.after)}</td><td><Text of={c.verdict} /></td></tr>
                        ))}
                    </tbody>
                </table></div>
            )}
            <FlipTable report={report} flips={baseline.flips} />
        </div>
    );
}

export function FlipTable({ report, flips }: { report: Report; flips: Flip[] }) {
    return flips.length === 0 ? <p class="empty">No verdict changed.</p> : (
        <div class="wide"><table class="flips">
            <thead><tr><th>Verdict</th><th>Before</th><th>Now</th><th>Trace</th></tr></thead>
            <tbody>
                {flips.map(f => {
                    const row = report.traces.row(f.trace);

                    return (
                        <tr>
                            <td class="name"><span class={`sign ${f.worse ? 'bad' : 'good'}`} role="img" aria-label={f.worse ? 'newly failing' : 'newly passing'}>{f.worse ? '↓' : '↑'}</span> <Text of={f.feedback} /></td>
                            <td><b><Text of={f.before} /></b> <span class="faint"><Text of={f.why} /></span></td>
                            <td><b><Text of={f.after} /></b> <span class="faint"><Text of={f.whyNow} /></span></td>
                            <td>{f.session ? <a href={link('session', f.session)}><Text of={f.session} /></a> : <a href={link('trace', f.trace)}><Text of={row === undefined ? f.trace : report.traces.asked[row] || f.trace} /></a>}</td>
                        </tr>
                    );
                })}
            </tbody>
        </table></div>
    );
}
