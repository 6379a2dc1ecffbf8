import type { ViewProps } from './app';
import { Conversation } from './conversation';
import type { Body } from './data';
import { count, duration, time } from './format';
import { useKeys } from './keys';
import { listed } from './listed';
import { Outcomes } from './outcomes';
import type { Report } from './report';
import { go, link, type Route } from './route';
import { Calls, Documents, Labels } from './steps';
import { Text } from './text';
import { useBody } from './usebody';
import { Waterfall } from './waterfall';

/** All of one trace. */
export function TraceView({ report, route }: ViewProps) {
    const row = report.traces.row(route.id);
    const body = useBody(row === undefined ? undefined : report.bodies, row);
    const rows = listed.rows.length > 0 ? listed.rows : report.traces.ids.map((_, i) => i);
    const at = rows.indexOf(row ?? -1);
    const step = (by: number) => {
        const next = rows[at + by];
        if (at >= 0 && next !== undefined) {
            listed.opened = next;
            go(link('trace', report.traces.ids[next]));
        }
    };
    useKeys({ j: () => step(1), k: () => step(-1), Escape: () => go(listed.from), '/': () => go(listed.from) });
    if (row === undefined) {
        return <p class="empty">There is no trace “<Text of={route.id} />” in this run. <a href={link('traces')}>All traces</a></p>;
    }

    return (
        <div class="page unit">
            <p class="crumbs">
                <a href={listed.from}>Traces</a> / <span class="mono"><Text of={route.id} /></span>
                {at >= 0 && (
                    <span class="steps">
                        <button type="button" disabled={at === 0} onClick={() => step(-1)} title="Previous (k)" aria-label="Previous trace">‹</button>
                        <span class="num">{count(at + 1)} of {count(rows.length)}</span>
                        <button type="button" disabled={at === rows.length - 1} onClick={() => step(1)} title="Next (j)" aria-label="Next trace">›</button>
                    </span>
                )}
            </p>
            <TraceFacts report={report} row={row} body={body} />
            {body ? <Parts body={body} route={route} /> : <p class="loading" role="status">Unpacking…</p>}
        </div>
    );
}

function TraceFacts({ report, row, body }: { report: Report; row: number; body: Body | undefined }) {
    const table = report.traces;
    const session = table.sessions[row];
    const state = table.states[row];

    return (
        <div class="unit-head">
            <h1><Text of={table.names[row] ?? table.ids[row]} />{state === 'ERROR' && <span class="state">ERROR</span>}{state && !['OK', 'ERROR'].includes(state) && <small> {state}</small>}</h1>
            <p class="unit-facts">
                {table.times[row] !== null && <span>{time(table.times[row])} UTC</span>}
                {table.durations[row] !== null && <span>{duration(table.durations[row])}</span>}
                {table.tokens[row] !== null && <span>{count(table.tokens[row]!)} tokens</span>}
                {session && <span>session <a href={link('session', session)}><Text of={session} /></a></span>}
                {body?.user && <span>user <Text of={body.user} /></span>}
                {body?.tags?.map(([k, v]) => <a class="tag" href={link('traces', '', { tag: `${k}=${v}` })}><Text of={k} />=<Text of={v} /></a>)}
            </p>
        </div>
    );
}

function Parts({ body, route }: { body: Body; route: Route }) {
    return (
        <div class="unit-parts">
            <aside><Outcomes outcomes={body.outcomes} /><Again body={body} /></aside>
            <div class="unit-main">
                {body.path === undefined && <p class="notes">The trace was not found again where the run read it, or its file has changed; only the outcomes are known.</p>}
                {body.cut > 0 && <p class="note">{body.cut} {body.cut === 1 ? 'part is' : 'parts are'} shortened here; whole in <Text of={body.path} />, line {body.line}.</p>}
                <Conversation messages={body.messages ?? []} expectations={body.expectations ?? []} />
                <Waterfall spans={body.spans ?? []} route={route} />
                <Calls body={body} route={route} />
                <Documents body={body} />
                <Labels body={body} />
            </div>
        </div>
    );
}

function Again({ body }: { body: Body }) {
    return (
        <section class="again">
            <h2>Once more</h2>
            <code class="command">scripthost explain {body.id}</code>
            {body.path && <p class="note"><Text of={body.path} />, line {body.line}</p>}
        </section>
    );
}
