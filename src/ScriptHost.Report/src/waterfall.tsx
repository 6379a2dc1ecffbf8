import type { Span } from './data';
import { duration } from './format';
import { changed, go, type Route } from './route';
import { Block, Text } from './text';

/** The steps of a trace against time, children below their parents. One of them can be opened, by the hash. */
export function Waterfall({ spans, route }: { spans: Span[]; route: Route }) {
    if (spans.length === 0) {
        return null;
    }

    const open = route.query.has('span') ? Number(route.query.get('span')) : -1;
    const whole = Math.max(1, ...spans.map(s => s.start + (s.took ?? 0)));

    return (
        <section class="waterfall">
            <h2>Steps <small>{spans.length} spans, {duration(whole / 1000)}</small></h2>
            <ol>
                {ordered(spans).map(({ at, depth }) => {
                    const span = spans[at]!;
                    const to = changed(route, { span: at === open ? undefined : String(at) });

                    return (
                        <li class={at === open ? 'open' : ''}>
                            <a class="span" href={to} aria-expanded={at === open} onClick={e => { e.preventDefault(); go(to); }}>
                                <span class="span-name" style={{ paddingLeft: `${Math.min(depth, 12) * 14}px` }}>
                                    {span.failed && <span class="sign bad" role="img" aria-label="failed">✕</span>}<Text of={span.name} /> {span.type && <small><Text of={span.type.toLowerCase()} /></small>}
                                </span>
                                <span class="span-track" aria-hidden="true">
                                    <span class={`span-bar ${kind(span)}`} style={{ left: `${(100 * Math.max(0, span.start)) / whole}%`, width: `${Math.max(0.4, (100 * Math.max(0, span.took ?? 0)) / whole)}%` }} />
                                </span>
                                <span class="span-took num">{span.took === undefined ? 'not ended' : duration(span.took / 1000)}</span>
                            </a>
                            {at === open && <SpanParts span={span} />}
                        </li>
                    );
                })}
            </ol>
        </section>
    );
}

function SpanParts({ span }: { span: Span }) {
    return (
        <div class="span-parts">
            {span.message && <Part name="status"><Block of={span.message} /></Part>}
            {span.inputs !== undefined && <Part name="inputs"><Block of={span.inputs} mono /></Part>}
            {span.outputs !== undefined && <Part name="outputs"><Block of={span.outputs} mono /></Part>}
            {span.events?.map(e => <Part name={`event ${e.name}`}><p class="faint">after {duration(e.at / 1000)}</p><Pairs of={e.attributes ?? []} /></Part>)}
            {span.attributes && <Part name="attributes"><Pairs of={span.attributes} /></Part>}
        </div>
    );
}

const Part = ({ name, children }: { name: string; children: preact.ComponentChildren }) => <div class="part"><h3><Text of={name} /></h3>{children}</div>;

export const Pairs = ({ of }: { of: [string, string][] }) => (
    <table class="pairs"><tbody>{of.map(([k, v]) => <tr><th scope="row"><Text of={k} /></th><td><Block of={v} mono /></td></tr>)}</tbody></table>
);

function kind(span: Span): string {
    switch (span.type) {
        case 'LLM':
        case 'CHAT_MODEL':
            return 'model';
        case 'TOOL':
            return 'tool';
        case 'RETRIEVER':
        case 'EMBEDDING':
        case 'RERANKER':
            return 'retrieval';
        default:
            return 'other';
    }
}

// Depth first, by start; a parent that is not there, or a ring of parents, makes a root.
function ordered(spans: Span[]): { at: number; depth: number }[] {
    const children = new Map<number, number[]>();
    spans.forEach((span, at) => {
        const parent = span.parent ?? -1;
        children.set(parent, [...(children.get(parent) ?? []), at]);
    });
    const order: { at: number; depth: number }[] = [];
    const seen = new Set<number>();
    const visit = (roots: number[]) => {
        const open = roots.map(at => ({ at, depth: 0 })).reverse();
        for (let next = open.pop(); next; next = open.pop()) {
            const { at, depth } = next;
            if (seen.has(at)) {
                continue;
            }

            seen.add(at);
            order.push({ at, depth });
            const below = (children.get(at) ?? []).sort((a, b) => spans[b]!.start - spans[a]!.start || b - a);
            open.push(...below.map(child => ({ at: child, depth: depth + 1 })));
        }
    };
    visit((children.get(-1) ?? []).sort((a, b) => spans[a]!.start - spans[b]!.start));
    spans.forEach((_, at) => visit([at]));

    return order;
}
