import type { Summary, Threshold } from './data';
import { number, plural, share } from './format';
import { BoundPlot } from './plots';
import { link } from './route';
import { Text } from './text';

/** Did it pass, and by which gate: the first question. */
export function Verdicts({ summary }: { summary: Summary }) {
    const thresholds = summary.run.thresholds ?? [];
    const failed = thresholds.filter(t => !t.passed && t.level !== 'warn').length;
    const warned = thresholds.filter(t => !t.passed && t.level === 'warn').length;
    const [tone, mark, word] = verdict(summary, failed);

    return (
        <section class={`verdict ${tone}`} aria-label="Verdict">
            <h1><span class="verdict-mark" aria-hidden="true">{mark}</span> {word}</h1>
            <p>
                {thresholds.length === 0 ? 'No preset of this run sets thresholds, so nothing was demanded of it.'
                : `${plural(thresholds.length - failed - warned, 'threshold')} of ${thresholds.length} held`
                    + (failed ? `, ${failed} failed` : '') + (warned ? `, ${plural(warned, 'warning')}` : '') + '.'}
                {' '}{exit(summary.run.exit_code)}
            </p>
            {thresholds.length > 0 && (
                <div class="wide"><table class="thresholds">
                    <thead><tr><th>Threshold</th><th class="right">Demanded</th><th class="right">Value</th><th class="plot-cell">From 0 to 1</th><th class="right">n</th></tr></thead>
                    <tbody>{[...thresholds].sort((a, b) => rank(a) - rank(b)).map(t => <Row threshold={t} interval={t.interval ?? intervalOf(summary, t.metric)} />)}</tbody>
                </table></div>
            )}
        </section>
    );
}

// The mean of verdicts is their pass rate, of which the run records no interval.
function intervalOf(summary: Summary, metric: string): [number, number] | undefined {
    const column = summary.columns.find(c => c.kind === 'verdict' && metric === `${c.name}/mean`);

    return column?.low === undefined || column.high === undefined ? undefined : [column.low, column.high];
}

function Row({ threshold: t, interval }: { threshold: Threshold; interval: [number, number] | undefined }) {
    const isShare = t.value !== null && t.value >= 0 && t.value <= 1;
    const bound = /^[<>]=? (.+)$/.exec(t.bound)?.[1];
    const [tone, mark, word] = t.passed ? ['good', '✓', 'held'] : t.level === 'warn' ? ['warn', '!', 'warning'] : ['bad', '✕', 'failed'];

    return (
        <tr title={t.message}>
            <td><span class={`sign ${tone}`} role="img" aria-label={word}>{mark}</span> <a href={link('metric', t.metric.replace(/\/[^/]*$/, ''))}><Text of={t.metric} /></a> {!t.passed && <span class={`word ${tone}`}>{word}</span>}</td>
            <td class="right num">{t.bound}</td>
            <td class="right num">{number(t.value)}</td>
            <td class="plot-cell">{isShare && <BoundPlot value={t.value!} interval={interval} bound={bound === undefined || Number(bound) > 1 ? null : Number(bound)} />}</td>
            <td class="right num">{t.n}</td>
        </tr>
    );
}

const rank = (t: Threshold): number => (t.passed ? 2 : t.level === 'warn' ? 1 : 0);

function verdict(summary: Summary, failed: number): [tone: string, mark: string, word: string] {
    const code = summary.run.exit_code ?? 0;
    if (failed > 0) {
        return ['bad', '✕', 'Failed'];
    }

    if (summary.run.ended_early || code === 3 || code === 1 || code === 8) {
        return ['warn', '⚠', 'Incomplete'];
    }

    return code === 9 || code === 5 ? ['warn', '⚠', 'Not clean']
        : summary.run.thresholds?.length ? ['good', '✓', 'Passed']
        : ['plain', '○', `${share(summary.traces ? 1 - summary.failedTraces / summary.traces : 0)} of traces without a failure`];
}

function exit(code: number | undefined): string {
    switch (code) {
        case 3:
            return 'The run was cancelled before its end.';
        case 5:
            return 'Malformed traces were not allowed, and there are some.';
        case 8:
            return 'Nothing was scored.';
        case 9:
            return 'There are more scorer errors than allowed.';
        default:
            return '';
    }
}
