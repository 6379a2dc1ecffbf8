import { Block, Text } from './text';

/** What was said, and what should have been. */
export function Conversation({ messages, expectations }: { messages: { role: string; text: string }[]; expectations: [string, string][] }) {
    return messages.length + expectations.length === 0 ? null : (
        <section class="conversation">
            <h2>Conversation</h2>
            {messages.map(m => (
                <article class={`message ${m.role === 'user' ? 'user' : m.role === 'assistant' ? 'assistant' : 'other'}`}>
                    <h3><Text of={m.role} /></h3>
                    {m.text ? <Block of={m.text} mono={/^\s*[[{]/.test(m.text)} /> : <p class="faint">(nothing)</p>}
                </article>
            ))}
            {expectations.map(([name, text]) => (
                <article class="message expected"><h3>expected: <Text of={name} /></h3><Block of={text} mono={/^\s*[[{]/.test(text)} /></article>
            ))}
        </section>
    );
}
