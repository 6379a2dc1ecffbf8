import type { Body } from './data';
import { changed, type Route } from './route';
import { Block, Text } from './text';

export function Calls({ body, route }: { body: Body; route: Route }) {
    return !body.calls?.length ? null : (
        <section class="calls">
            <h2>Tool calls <small>{body.calls.length}</small></h2>
            {body.calls.map(call => (
                <article class="call">
                    <h3>{call.error !== undefined && <span class="sign bad" role="img" aria-label="failed">✕</span>}{call.span === undefined ? <Text of={call.name} /> : <a href={changed(route, { span: String(call.span) })}><Text of={call.name} /></a>}</h3>
                    <div class="call-parts">
                        {call.arguments !== undefined && <Block of={call.arguments} mono />}
                        {call.error !== undefined ? <div class="error-text"><Block of={call.error} /></div> : call.result !== undefined && <Block of={call.result} mono />}
                    </div>
                </article>
            ))}
        </section>
    );
}

export function Documents({ body }: { body: Body }) {
    return !body.documents?.length ? null : (
        <section class="documents">
            <h2>Retrieved documents <small>{body.documents.length}</small></h2>
            <ol>
                {body.documents.map(d => (
                    <li><h3><Text of={d.uri ?? d.id ?? 'without a name'} /></h3>{d.text !== undefined && <Block of={d.text} />}</li>
                ))}
            </ol>
        </section>
    );
}

/** What stood in the trace before the run: labels of people and of earlier judges. */
export function Labels({ body }: { body: Body }) {
    return !body.labels?.length ? null : (
        <section class="labels">
            <h2>Already in the trace <small>{body.labels.length}</small></h2>
            <table>
                <tbody>{body.labels.map(l => <tr><th scope="row"><Text of={l.name} /></th><td><Text of={l.value} /></td><td class="faint"><Text of={l.rationale} /></td><td class="faint"><Text of={l.source} /></td></tr>)}</tbody>
            </table>
        </section>
    );
}
