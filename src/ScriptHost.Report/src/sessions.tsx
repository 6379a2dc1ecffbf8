import { useMemo, useRef, useState } from 'preact/hooks';
import type { ViewProps } from './app';
import { matches, wordsOf } from './filter';
import { count, duration, number, plural, time } from './format';
import { enter, useKeys } from './keys';
import type { Report } from './report';
import { changed, go, link, replace } from './route';
import { Sign, UnitSign } from './sign';
import { Text } from './text';
import { Chip } from './traces';
import { VirtualRows } from './virtual';

/** All conversations, with what session scorers say of them. */
export function Sessions({ report, route }: ViewProps) {
    const name = link(route.view, '', Object.fromEntries(route.query));
    const search = useRef<HTMLInputElement>(null);
    const ids = useMemo(() => taken(report, route.query), [report, name]);
    const [cursor, setCursor] = useState(-1);
    const columns = report.summary.columns.flatMap((c, i) => (c.session && c.n > 0 ? [i] : [])).slice(0, 4);
    const group = route.query.get('group');
    const move = (by: number) => setCursor(Math.min(ids.length - 1, Math.max(0, cursor + by)));
    useKeys({
        j: () => move(1),
        k: () => move(-1),
        Enter: () => cursor >= 0 && cursor < ids.length && go(link('session', ids[cursor])),
        '/': () => enter(search.current),
        Escape: () => (name === link('sessions') ? history.back() : go(link('sessions'))),
    });

    return (
        <div class="list">
            <div class="controls" role="search">
                <input ref={search} type="search" placeholder="Search ( / )" aria-label="Search" value={route.query.get('q') ?? ''} onInput={e => replace(changed(route, { q: e.currentTarget.value }))} />
                <select aria-label="Outcome" value={route.query.get('show') ?? ''} onChange={e => replace(changed(route, { show: e.currentTarget.value }))}>
                    <option value="">any outcome</option>
                    <option value="failed">failed, or with a failed turn</option>
                </select>
                {group !== null && <Chip onClear={() => replace(changed(route, { group: undefined }))}>{report.summary.groups[Number(group)]?.example ?? ''}</Chip>}
            </div>
            <p class="status" role="status">{plural(ids.length, 'session')}</p>
            <div class="grid sessions" role="table" aria-rowcount={ids.length + 1}>
                <div class="row head" role="row">
                    <span role="columnheader">Failed</span><span role="columnheader" class="c-time">Began (UTC)</span><span role="columnheader">First question</span><span role="columnheader" class="right">Turns</span>
                    <span role="columnheader" class="c-scores">{columns.map(c => <span class="right"><Text of={report.summary.columns[c]!.name} /></span>)}</span>
                    <span role="columnheader" class="right c-duration">Took</span>
                </div>
                {ids.length > 0 && <VirtualRows key={name} name={name} label="Sessions" count={ids.length} height={34} cursor={cursor} row={at => <SessionRow key={at} report={report} id={ids[at]!} at={at} columns={columns} isHere={at === cursor} />} />}
                {ids.length === 0 && <p class="empty">{report.turns.size === 0 ? 'These traces belong to no session.' : 'No session is like that.'}</p>}
            </div>
        </div>
    );
}

function taken(report: Report, query: URLSearchParams): string[] {
    const words = wordsOf(query.get('q') ?? '');
    const group = query.has('group') ? Number(query.get('group')) : -1;
    const of = report.columnOf(query.get('of') ?? '');
    const show = query.get('show') ?? '';
    const letters: Record<string, string> = { failed: '0e', errors: 'e', passed: '1', na: 'ns' };

    return [...report.turns.keys()].filter(id => {
        const row = report.scored.row(id);
        const turns = report.turns.get(id)!;
        const failed = tallies(report, id);

        return (group < 0 || (row !== undefined && report.scored.groups(row).includes(group)))
            && (of < 0 || !show ? show !== 'failed' || failed.fails + failed.errors > 0 : row !== undefined && letters[show]?.includes(report.scored.letter(of, row)))
            && matches([id.toLowerCase(), ...turns.map(t => report.traces.text(t))].join('\n'), words);
    });
}

/** Failures of a session and of its turns together. */
export function tallies(report: Report, id: string): { fails: number; errors: number } {
    const row = report.scored.row(id);
    const turns = report.turns.get(id) ?? [];

    return {
        fails: turns.reduce((sum, t) => sum + report.traces.fails[t]!, row === undefined ? 0 : report.scored.fails[row]!),
        errors: turns.reduce((sum, t) => sum + report.traces.errors[t]!, row === undefined ? 0 : report.scored.errors[row]!),
    };
}

function SessionRow({ report, id, at, columns, isHere }: { report: Report; id: string; at: number; columns: number[]; isHere: boolean }) {
    const turns = report.turns.get(id)!;
    const first = turns[0];
    const row = report.scored.row(id);
    const took = turns.reduce((sum, t) => sum + (report.traces.durations[t] ?? 0), 0);

    return (
        <a class={`row ${isHere ? 'here' : ''}`} role="row" aria-rowindex={at + 2} href={link('session', id)}>
            <span role="cell"><UnitSign {...tallies(report, id)} /></span>
            <span role="cell" class="c-time num">{first === undefined ? '' : time(report.traces.times[first])}</span>
            <span role="cell" class="c-name"><Text of={(first === undefined ? '' : report.traces.asked[first]) || id} /></span>
            <span role="cell" class="right num">{count(turns.length)}</span>
            <span role="cell" class="c-scores">{columns.map(c => <span class="right num">{row === undefined ? '–' : score(report, c, row)}</span>)}</span>
            <span role="cell" class="right num c-duration">{took > 0 ? duration(took) : ''}</span>
        </a>
    );
}

function score(report: Report, column: number, row: number): preact.ComponentChild {
    const letter = report.scored.letter(column, row);
    const value = letter === 'v' ? report.scored.values(column)[row] : undefined;

    return typeof value === 'number' ? number(value) : typeof value === 'string' ? <Text of={value} /> : <Sign letter={letter} />;
}
