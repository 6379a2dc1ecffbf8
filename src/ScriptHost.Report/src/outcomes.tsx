import type { Feedback, Outcome } from './data';
import { number } from './format';
import { Sign } from './sign';
import type { Letter } from './table';
import { Block, Text } from './text';

interface Item {
    outcome: Outcome;
    feedback: Feedback | undefined;
    letter: Letter;
}

/** Every scorer's outcome: what failed first, what did not apply last. */
export function Outcomes({ outcomes, title = 'Outcomes' }: { outcomes: Outcome[]; title?: string }) {
    const items = outcomes.flatMap<Item>(outcome => outcome.feedback?.length
        ? outcome.feedback.map(feedback => ({ outcome, feedback, letter: letterOf(feedback) }))
        : [{ outcome, feedback: undefined, letter: outcome.kind === 'skipped' ? 's' : outcome.kind === 'error' ? 'e' : 'n' }]);
    const said = items.filter(i => 'e0v1'.includes(i.letter)).sort((a, b) => 'e0v1'.indexOf(a.letter) - 'e0v1'.indexOf(b.letter));
    const failed = said.filter(i => 'e0'.includes(i.letter)).length;
    const silent = items.filter(i => !'e0v1'.includes(i.letter));

    return (
        <section class="outcomes">
            <h2>{title} <small>{failed > 0 ? `${failed} of ${said.length} failed` : said.length > 0 ? 'nothing failed' : ''}</small></h2>
            <ul>{said.map(item => <OutcomeItem item={item} />)}</ul>
            {silent.length > 0 && (
                <details open={said.length === 0}>
                    <summary>{silent.length} not applicable or skipped</summary>
                    <ul>{silent.map(item => <OutcomeItem item={item} />)}</ul>
                </details>
            )}
        </section>
    );
}

function OutcomeItem({ item: { outcome, feedback, letter } }: { item: Item }) {
    const name = feedback?.name ?? outcome.scorer;
    const why = feedback?.rationale ?? outcome.reason;

    return (
        <li class={`outcome letter-${letter}`}>
            <p class="outcome-head">
                <Sign letter={letter} /> <b><Text of={name} /></b>{name !== outcome.scorer && <small><Text of={outcome.scorer} /></small>}
                <span class="outcome-value num"><Value feedback={feedback} outcome={outcome} /></span>
            </p>
            {why && <Block of={why} />}
            {feedback?.message && <p class="error-text"><Text of={feedback.message} /></p>}
            {feedback?.stack && <details><summary>Where in the script</summary><pre class="mono"><Text of={feedback.stack} /></pre></details>}
        </li>
    );
}

function Value({ feedback, outcome }: { feedback: Feedback | undefined; outcome: Outcome }) {
    if (feedback?.code) {
        return <Text of={feedback.code} />;
    }

    const value = feedback?.value;

    return typeof value === 'boolean' ? <>{value ? 'true' : 'false'}</>
        : typeof value === 'number' ? <>{number(value)}</>
        : typeof value === 'string' ? <Text of={value} />
        : <>{outcome.kind === 'skipped' ? 'skipped' : 'not applicable'}</>;
}

function letterOf(feedback: Feedback): Letter {
    if (feedback.code) {
        return 'e';
    }

    const value = typeof feedback.value === 'string' ? feedback.value.toLowerCase() : feedback.value;

    return value === true || value === 'yes' ? '1' : value === false || value === 'no' ? '0' : value === undefined ? 'n' : 'v';
}
