import type { ViewProps } from './app';
import type { Summary } from './data';
import { GroupTable } from './failures';
import { FlipTable } from './flips';
import { bytes, count, duration, plural, share } from './format';
import { MetricTable } from './metrics';
import { link } from './route';
import { Text } from './text';
import { Verdicts } from './verdicts';

const Shown = 8;

export function Overview({ report }: ViewProps) {
    const { summary } = report;
    const flips = summary.baseline?.flips ?? [];

    return (
        <div class="page">
            <Verdicts summary={summary} />
            <Facts summary={summary} />
            <Notes summary={summary} />
            {summary.baseline && (
                <section>
                    <h2>Flips since <Text of={summary.baseline.run} /> <small>{plural(flips.length, 'verdict')} changed</small></h2>
                    <FlipTable report={report} flips={flips.slice(0, Shown)} />
                    {flips.length > Shown && <a class="all" href={link('flips')}>All {count(flips.length)} flips</a>}
                </section>
            )}
            <section>
                <h2>Failures by reason <small>{plural(summary.groups.length, 'reason')}</small></h2>
                <GroupTable report={report} most={Shown} />
                {summary.groups.length > Shown && <a class="all" href={link('failures')}>All {count(summary.groups.length)} reasons</a>}
            </section>
            <section>
                <h2>Metrics</h2>
                <MetricTable report={report} />
            </section>
            <HowItRan summary={summary} />
        </div>
    );
}

function Facts({ summary }: { summary: Summary }) {
    const { run, traces, failedTraces } = summary;
    const outcomes = Object.values(run.outcomes ?? {});
    const sum = (of: 'scored' | 'error' | 'not_applicable' | 'skipped') => outcomes.reduce((total, o) => total + o[of], 0);
    const malformed = run.traces?.malformed ?? 0;
    const errors = sum('error');

    return (
        <dl class="facts">
            <div><dt>Traces</dt><dd>{count(traces)}</dd><p>{malformed > 0 ? `${count(malformed)} more were malformed` : 'none was malformed'}</p></div>
            <div>
                <dt>With a failure</dt>
                <dd><a href={link('traces', '', { show: 'failed' })}>{count(failedTraces)}</a></dd>
                <p>{traces > 0 ? `${share(failedTraces / traces)} of all` : ''}</p>
            </div>
            <div>
                <dt>Scorer errors</dt>
                <dd>{errors > 0 ? <a href={link('traces', '', { show: 'errors' })}>{count(errors)}</a> : '0'}</dd>
                <p>of {count(sum('scored') + errors)} calls</p>
            </div>
            <div><dt>Not applicable</dt><dd>{count(sum('not_applicable'))}</dd><p>{count(sum('skipped'))} more skipped</p></div>
            <div><dt>Sessions</dt><dd><a href={link('sessions')}>{count(run.sessions ?? summary.sessions)}</a></dd><p>{plural(run.scorers?.length ?? 0, 'scorer')}</p></div>
        </dl>
    );
}

function Notes({ summary }: { summary: Summary }) {
    const notes = [...summary.notes, ...(summary.run.ended_early ? [`The run ended early: ${summary.run.ended_early}`] : []), ...(summary.run.problems ?? [])];

    return notes.length === 0 ? null : (
        <section class="notes" aria-label="What to know of this run">
            <ul>{notes.slice(0, 5).map(n => <li><Text of={n} /></li>)}</ul>
            {notes.length > 5 && <details><summary>{count(notes.length - 5)} more</summary><ul>{notes.slice(5).map(n => <li><Text of={n} /></li>)}</ul></details>}
        </section>
    );
}

function HowItRan({ summary }: { summary: Summary }) {
    const { run } = summary;

    return (
        <section>
            <h2>How it ran</h2>
            <table class="pairs">
                <tbody>
                    <tr><th scope="row">Started</th><td>{run.started_at?.slice(0, 19).replace('T', ' ')} UTC, took {duration(run.duration_ms)}, exit code {run.exit_code}</td></tr>
                    {run.preset && <tr><th scope="row">Preset</th><td><Text of={run.preset.names.join(', ')} /> <code class="hash">{run.preset.hash.slice(0, 12)}</code></td></tr>}
                    {run.inputs?.map(i => (
                        <tr><th scope="row">Input</th><td><Text of={i.path} />: {plural(i.files, 'file')}, {i.bytes === undefined ? 'standard input' : bytes(i.bytes)}, {plural(i.traces, 'trace')}</td></tr>
                    ))}
                    <tr><th scope="row">Scripts ran</th><td>{run.isolation === 'none' ? 'in the program’s own process' : `in workers (isolation ${run.isolation ?? 'unknown'})`}, allowlist <code class="hash">{run.allowlist_hash?.slice(0, 12)}</code></td></tr>
                    <tr><th scope="row">Versions</th><td>{Object.entries(run.versions ?? {}).map(([k, v]) => `${k} ${v}`).join(', ')}</td></tr>
                </tbody>
            </table>
            <details>
                <summary>{plural(run.scorers?.length ?? 0, 'scorer')} with settings</summary>
                <div class="wide"><table>
                    <thead><tr><th>Scorer</th><th>Level</th><th>Settings</th><th>Script</th><th>Hash</th></tr></thead>
                    <tbody>
                        {run.scorers?.map(s => (
                            <tr>
                                <td><Text of={s.name} /></td><td>{s.level}</td>
                                <td class="mono"><Text of={Object.entries(s.settings ?? {}).filter(([, v]) => v !== null).map(([k, v]) => `${k}: ${JSON.stringify(v)}`).join(', ')} />{s.where && <> where <Text of={s.where} /></>}</td>
                                <td><Text of={s.path} /></td><td><code class="hash">{s.hash?.slice(0, 12)}</code></td>
                            </tr>
                        ))}
                    </tbody>
                </table></div>
            </details>
        </section>
    );
}
