import type { ViewProps } from './app';
import { count, number, share } from './format';
import { Direction, interval, value } from './metrics';
import { ColumnPlot } from './plots';
import { link } from './route';
import { tagKeys, SliceTable } from './slices';
import { Text } from './text';

/** One metric: all its numbers, where it is bad, and the traces behind. */
export function Metric({ report, route }: ViewProps) {
    const at = report.columnOf(route.id) >= 0 ? report.columnOf(route.id) : report.summary.columns.findIndex(c => c.name === route.id);
    const column = report.summary.columns[at];
    if (!column) {
        return <p class="empty">There is no feedback “<Text of={route.id} />”.</p>;
    }

    const outcomes = report.summary.run.outcomes?.[column.scorer];
    const prefix = column.name + '/';
    const metrics = Object.entries(report.summary.run.metrics ?? {}).filter(([name]) => name.startsWith(prefix));
    const of = report.key(at);
    const list = (show: string, sort = '') => link(column.session ? 'sessions' : 'traces', '', { of, show, sort });

    return (
        <div class="page">
            <p class="crumbs"><a href={link('metrics')}>Metrics</a> / </p>
            <h1><Text of={column.name} /> <small>{column.session ? 'of sessions' : 'of traces'}{column.scorer !== column.name && <>, scorer <Text of={column.scorer} /></>}</small></h1>
            <div class="metric-head">
                <div>
                    <p class="big num"><Direction of={column} /> {value(column)}</p>
                    <p class="faint num">{interval(column)}</p>
                </div>
                <ColumnPlot column={column} scale={2} />
                <table class="pairs">
                    <tbody>
                        {metrics.map(([name, v]) => <tr><th scope="row">{name.slice(prefix.length)}</th><td class="num">{number(v)}</td></tr>)}
                        <tr><th scope="row">n</th><td class="num">{count(column.n)}</td></tr>
                        {column.kind === 'verdict' && <tr><th scope="row">passed, failed</th><td class="num">{count(column.passes)}, {count(column.fails)}</td></tr>}
                        {column.min !== undefined && column.kind === 'number' && <tr><th scope="row">range</th><td class="num">{number(column.min)} – {number(column.max)}</td></tr>}
                        <tr><th scope="row">errors</th><td class="num">{count(column.errors)}</td></tr>
                        <tr><th scope="row">not applicable</th><td class="num">{count(outcomes?.not_applicable ?? 0)}</td></tr>
                        <tr><th scope="row">skipped</th><td class="num">{count(outcomes?.skipped ?? 0)}</td></tr>
                    </tbody>
                </table>
            </div>
            <p class="actions">
                {column.fails > 0 && <a class="button" href={list('failed')}>{count(column.fails)} failed</a>}
                {column.errors > 0 && <a class="button" href={list('errors')}>{count(column.errors)} errors</a>}
                {column.kind === 'number' && !column.session && <><a class="button" href={list('', '-value')}>Highest</a><a class="button" href={list('', 'value')}>Lowest</a></>}
                <a class="button" href={list('na')}>Not applicable</a>
            </p>
            {column.texts && (
                <table class="texts">
                    <thead><tr><th>Value</th><th class="right">Count</th><th class="right">Share</th></tr></thead>
                    <tbody>{column.texts.map(([text, n]) => <tr><td><Text of={text || '(others)'} /></td><td class="right num">{count(n)}</td><td class="right num">{share(n / column.texts!.reduce((s, t) => s + t[1], 0))}</td></tr>)}</tbody>
                </table>
            )}
            {!column.session && column.n > 0 && tagKeys(report).map(key => (
                <section><h2>By {key}</h2><SliceTable report={report} tag={key} columns={[at]} /></section>
            ))}
        </div>
    );
}
