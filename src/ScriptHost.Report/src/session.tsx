import { useEffect, useRef, useState } from 'preact/hooks';
import type { ViewProps } from './app';
import { count, duration, plural, time } from './format';
import { useKeys } from './keys';
import { Outcomes } from './outcomes';
import type { Report } from './report';
import { go, link } from './route';
import { UnitSign } from './sign';
import { Block, Text } from './text';
import { useBody } from './usebody';

/** A conversation as its turns, beside what session scorers say of it. */
export function SessionView({ report, route }: ViewProps) {
    const turns = report.turns.get(route.id);
    const row = report.scored.row(route.id);
    const body = useBody(row === undefined ? undefined : report.sessionBodies, row);
    const [cursor, setCursor] = useState(-1);
    const move = (by: number) => setCursor(Math.min((turns?.length ?? 1) - 1, Math.max(0, cursor + by)));
    useKeys({
        j: () => move(1),
        k: () => move(-1),
        Enter: () => turns?.[cursor] !== undefined && go(link('trace', report.traces.ids[turns[cursor]!])),
        Escape: () => go(link('sessions')),
    });
    if (!turns) {
        return <p class="empty">There is no session “<Text of={route.id} />” in this run. <a href={link('sessions')}>All sessions</a></p>;
    }

    return (
        <div class="page unit">
            <p class="crumbs"><a href={link('sessions')}>Sessions</a> / </p>
            <div class="unit-head">
                <h1>Session <Text of={route.id} /></h1>
                <p class="unit-facts">
                    <span>{plural(turns.length, 'turn')}</span>
                    {turns[0] !== undefined && report.traces.times[turns[0]] !== null && <span>from {time(report.traces.times[turns[0]])} UTC</span>}
                    <a href={link('traces', '', { session: route.id })}>as a list</a>
                </p>
            </div>
            <div class="unit-parts">
                <aside>{body ? <Outcomes outcomes={body.outcomes} title="Of the session" /> : <p class="note">No session scorer ran on it.</p>}</aside>
                <ol class="turns">{turns.map((turn, i) => <Turn report={report} row={turn} number={i + 1} isHere={i === cursor} />)}</ol>
            </div>
        </div>
    );
}

function Turn({ report, row, number, isHere }: { report: Report; row: number; number: number; isHere: boolean }) {
    const body = useBody(report.bodies, row);
    const table = report.traces;
    const item = useRef<HTMLLIElement>(null);
    useEffect(() => {
        if (isHere) {
            item.current?.scrollIntoView({ block: 'nearest' });
        }
    }, [isHere]);
    const asked = body?.asked ?? table.asked[row]!;
    const answered = body?.answered ?? table.answered[row]!;
    const failed = body?.outcomes.flatMap(o => o.feedback ?? []).filter(f => f.code || f.value === false || (typeof f.value === 'string' && f.value.toLowerCase() === 'no')) ?? [];

    return (
        <li class={isHere ? 'turn here' : 'turn'} ref={item}>
            <p class="turn-head">
                <a href={link('trace', table.ids[row])}>Turn {number}</a> <UnitSign fails={table.fails[row]!} errors={table.errors[row]!} />
                <span class="faint num">{time(table.times[row])} {duration(table.durations[row])} {table.tokens[row] === null ? '' : `${count(table.tokens[row]!)} tokens`}</span>
                {table.states[row] === 'ERROR' && <span class="state">ERROR</span>}
            </p>
            {asked && <div class="message user"><Block of={asked} /></div>}
            {answered ? <div class="message assistant"><Block of={answered} /></div> : <p class="faint">(no answer)</p>}
            {failed.length > 0 && <ul class="turn-failures">{failed.map(f => <li><span class={`sign ${f.code ? 'warn' : 'bad'}`} role="img" aria-label={f.code ? 'scorer error' : 'failed'}>{f.code ? '⚠' : '✕'}</span> <b><Text of={f.name} /></b> <Text of={f.message ?? f.rationale} /></li>)}</ul>}
        </li>
    );
}
