import { useMemo, useRef, useState } from 'preact/hooks';
import type { ViewProps } from './app';
import { useDeepSearch } from './deep';
import { filterOf, rowsOf, type Filter } from './filter';
import { count, plural } from './format';
import { enter, useKeys } from './keys';
import { listed } from './listed';
import type { Report } from './report';
import { changed, go, link, replace, type Route } from './route';
import { Text } from './text';
import { TraceRow } from './tracerow';
import { VirtualRows } from './virtual';

const narrow = matchMedia('(max-width: 760px)');

/** All traces, or those that a filter takes. */
export function Traces({ report, route }: ViewProps) {
    const name = link(route.view, '', Object.fromEntries(route.query));
    const isDeep = route.query.get('in') === 'all';
    const search = useRef<HTMLInputElement>(null);
    const filter = useMemo(() => filterOf(report, route.query), [report, name]);
    const deep = useDeepSearch(report, filter.search, isDeep);
    const rows = useMemo(() => rowsOf(report, filter, isDeep ? deep.found : undefined), [report, filter, deep]);
    const [cursor, setCursor] = useState(() => rows.indexOf(listed.opened));
    listed.rows = rows;
    listed.from = name;
    const open = (at: number) => {
        listed.opened = rows[at]!;
        go(link('trace', report.traces.ids[rows[at]!]));
    };
    const move = (by: number) => setCursor(Math.min(rows.length - 1, Math.max(0, cursor + by)));
    useKeys({
        j: () => move(1),
        k: () => move(-1),
        Enter: () => cursor >= 0 && cursor < rows.length && open(cursor),
        '/': () => enter(search.current),
        Escape: () => (name === link('traces') ? history.back() : go(link('traces'))),
    });
    const height = narrow.matches ? 66 : 34;

    return (
        <div class="list">
            <Controls report={report} route={route} filter={filter} search={search} />
            <p class="status" role="status">
                {rows.length === report.traces.count ? plural(rows.length, 'trace') : `${count(rows.length)} of ${plural(report.traces.count, 'trace')}`}
                {filter.search && !isDeep && <> match in ids, questions, answers and tags. <button type="button" class="quiet" onClick={() => replace(changed(route, { in: 'all' }))}>Search whole traces</button></>}
                {isDeep && deep.done < 1 && ` so far, ${Math.round(deep.done * 100)} % searched`}
            </p>
            <div class="grid" role="table" aria-rowcount={rows.length + 1}>
                <TableHead route={route} filter={filter} report={report} />
                {rows.length > 0 && <VirtualRows key={name} name={name} label="Traces" count={rows.length} height={height} cursor={cursor}
                    row={at => <TraceRow key={at} report={report} row={rows[at]!} at={at} column={filter.column} isHere={at === cursor} onOpen={() => { listed.opened = rows[at]!; }} />} />}
                {rows.length === 0 && <p class="empty">No trace is like that. <a href={link('traces')}>All traces</a></p>}
            </div>
        </div>
    );
}

function Controls(props: { report: Report; route: Route; filter: Filter; search: preact.RefObject<HTMLInputElement> }) {
    const { report, route, filter, search } = props;
    const set = (change: Record<string, string | undefined>) => replace(changed(route, change));
    const states = useMemo(() => [...new Set(report.traces.states.filter(s => s !== null))].sort(), [report]);
    const columns = report.summary.columns.flatMap((c, i) => (c.session ? [] : [report.key(i)]));

    return (
        <div class="controls" role="search">
            <input ref={search} type="search" placeholder="Search ( / )" aria-label="Search" value={filter.search} onInput={e => set({ q: e.currentTarget.value })} />
            <select aria-label="Outcome" value={filter.show} onChange={e => set({ show: e.currentTarget.value })}>
                <option value="">any outcome</option>
                <option value="failed">failed</option>
                <option value="errors">scorer error</option>
                <option value="passed">passed</option>
                {filter.column >= 0 && <option value="na">not applicable</option>}
            </select>
            <select aria-label="Feedback" value={filter.column < 0 ? '' : report.key(filter.column)} onChange={e => set({ of: e.currentTarget.value })}>
                <option value="">of any feedback</option>
                {columns.map(c => <option value={c}>{c}</option>)}
            </select>
            {states.length > 1 && (
                <select aria-label="State" value={filter.state} onChange={e => set({ state: e.currentTarget.value })}>
                    <option value="">any state</option>
                    {states.map(s => <option>{s}</option>)}
                </select>
            )}
            {filter.tag && <Chip onClear={() => set({ tag: undefined })}>{filter.tag}</Chip>}
            {filter.session && <Chip onClear={() => set({ session: undefined })}>session {filter.session}</Chip>}
            {filter.group >= 0 && <Chip onClear={() => set({ group: undefined })}>{report.summary.groups[filter.group]?.example ?? 'no such reason'}</Chip>}
        </div>
    );
}

export function Chip({ children, onClear }: { children: string | string[]; onClear: () => void }) {
    return <span class="chip"><span><Text of={[children].flat().join('')} /></span><button type="button" aria-label="Clear this filter" onClick={onClear}>×</button></span>;
}

function TableHead({ report, route, filter }: { report: Report; route: Route; filter: Filter }) {
    const head = (key: string, label: string, extra = '') => {
        const isDown = filter.sort === '-' + key;
        const isUp = filter.sort === key;

        return (
            <span role="columnheader" class={`c-${key} ${extra}`} aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}>
                <button type="button" onClick={() => replace(changed(route, { sort: isDown ? key : isUp ? undefined : '-' + key }))}>{label}{isUp ? ' ↑' : isDown ? ' ↓' : ''}</button>
            </span>
        );
    };

    return (
        <div class={`row head ${filter.column >= 0 ? 'with-value' : ''}`} role="row">
            {head('failures', 'Failed')}
            {head('time', 'Time (UTC)')}
            {head('name', 'Request')}
            <span role="columnheader" class="c-answer">Answer</span>
            {filter.column >= 0 && head('value', report.summary.columns[filter.column]!.name, 'right')}
            {head('duration', 'Took', 'right')}
            {head('tokens', 'Tokens', 'right')}
        </div>
    );
}
