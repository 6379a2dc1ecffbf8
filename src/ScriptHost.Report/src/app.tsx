import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Failures } from './failures';
import { Flips } from './flips';
import { Help } from './help';
import { useKeys } from './keys';
import { Metric } from './metric';
import { Metrics } from './metrics';
import { Overview } from './overview';
import { Report } from './report';
import { go, link, parse, type Route } from './route';
import { SessionView } from './session';
import { Sessions } from './sessions';
import { Slices } from './slices';
import { isDark, toggle } from './theme';
import { TraceView } from './trace';
import { Traces } from './traces';

/** What every view gets. */
export interface ViewProps {
    report: Report;
    route: Route;
}

const views: Record<string, { view: (props: ViewProps) => preact.ComponentChild; needsIndex: boolean }> = {
    overview: { view: Overview, needsIndex: false },
    flips: { view: Flips, needsIndex: false },
    failures: { view: Failures, needsIndex: false },
    metrics: { view: Metrics, needsIndex: false },
    metric: { view: Metric, needsIndex: true },
    slices: { view: Slices, needsIndex: true },
    traces: { view: Traces, needsIndex: true },
    trace: { view: TraceView, needsIndex: true },
    sessions: { view: Sessions, needsIndex: true },
    session: { view: SessionView, needsIndex: true },
};

export function App() {
    const report = useReport();
    const route = useRoute();
    const [help, setHelp] = useState(false);
    const [, redraw] = useState(0);
    const switchTheme = () => {
        toggle();
        redraw(n => n + 1);
    };
    useKeys({
        '?': () => setHelp(!help),
        f: () => go(link('traces', '', { show: 'failed' })),
        t: switchTheme,
        ...(help ? { Escape: () => setHelp(false) } : {}),
        ...Object.fromEntries(tabs(report).map(([view], i) => [String(i + 1), () => go(link(view))])),
    });
    const shown = views[route.view];

    return (
        <>
            <Head report={report} route={route} onTheme={switchTheme} onHelp={() => setHelp(true)} />
            <main class={`view-${route.view}`}>
                {!report || (shown?.needsIndex && !report.isComplete) ? <p class="loading" role="status">Unpacking…</p>
                : shown ? <shown.view report={report} route={route} />
                : <p class="empty">There is no view “{route.view}”. <a href={link('overview')}>Overview</a></p>}
            </main>
            {help && <Help onClose={() => setHelp(false)} />}
        </>
    );
}

const tabs = (report: Report | undefined): [view: string, name: string][] => [
    ['overview', 'Overview'],
    ...(report?.summary.baseline ? [['flips', 'Flips'] as [string, string]] : []),
    ['failures', 'Failures'],
    ['metrics', 'Metrics'],
    ['slices', 'Slices'],
    ['traces', 'Traces'],
    ['sessions', 'Sessions'],
];

const parents: Record<string, string> = { trace: 'traces', session: 'sessions', metric: 'metrics' };

function Head(props: { report: Report | undefined; route: Route; onTheme: () => void; onHelp: () => void }) {
    const { report, route, onTheme, onHelp } = props;

    return (
        <header>
            <a class="mark" href={link('overview')}>ScriptHost</a>
            <span class="run-id">{report?.summary.id}</span>
            <nav aria-label="Views">
                {tabs(report).map(([view, name]) => {
                    const isHere = (parents[route.view] ?? route.view) === view;

                    return <a href={link(view)} aria-current={isHere ? 'page' : undefined}>{name}</a>;
                })}
            </nav>
            <div class="tools">
                <button type="button" onClick={onTheme} title="Light or dark (t)" aria-label={isDark() ? 'Switch to light' : 'Switch to dark'}>{isDark() ? '☀' : '☾'}</button>
                <button type="button" onClick={onHelp} title="Keys (?)" aria-label="Keys">?</button>
            </div>
        </header>
    );
}

function useReport(): Report | undefined {
    const [report, setReport] = useState<Report>();
    useEffect(() => {
        void (async () => {
            const first = await Report.summary();
            document.title = `${first.summary.id} · ScriptHost`;
            setReport(first);
            await parsed();
            setReport(await first.complete());
        })();
    }, []);

    return report;
}

// The index stands behind the script; until the file was read to its end, only the summary is there.
const parsed = (): Promise<unknown> =>
    document.readyState === 'loading' ? new Promise(done => addEventListener('DOMContentLoaded', done, { once: true })) : Promise.resolve();

function useRoute(): Route {
    const [route, setRoute] = useState(() => parse(location.hash));
    useLayoutEffect(() => {
        const change = () => setRoute(parse(location.hash));
        addEventListener('hashchange', change);

        return () => removeEventListener('hashchange', change);
    }, []);

    return route;
}
