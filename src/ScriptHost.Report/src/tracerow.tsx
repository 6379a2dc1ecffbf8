import { count, duration, number, time } from './format';
import type { Report } from './report';
import { link } from './route';
import { Sign, UnitSign } from './sign';
import { Text } from './text';

/** A trace in a list. */
export function TraceRow(props: { report: Report; row: number; at: number; column: number; isHere: boolean; onOpen: () => void }) {
    const { report, row, at, column, isHere, onOpen } = props;
    const table = report.traces;

    return (
        <a class={`row ${isHere ? 'here' : ''} ${column >= 0 ? 'with-value' : ''}`} role="row" aria-rowindex={at + 2} href={link('trace', table.ids[row])} onClick={onOpen}>
            <span role="cell" class="c-failures"><UnitSign fails={table.fails[row]!} errors={table.errors[row]!} /></span>
            <span role="cell" class="c-time num">{time(table.times[row]) || <Text of={table.ids[row]} />}</span>
            <span role="cell" class="c-name">{table.states[row] === 'ERROR' && <span class="state">ERROR</span>}<Text of={table.asked[row] || table.names[row] || table.ids[row]} /></span>
            <span role="cell" class="c-answer"><Text of={table.answered[row]} /></span>
            {column >= 0 && <span role="cell" class="c-value right num"><Value report={report} column={column} row={row} /></span>}
            <span role="cell" class="c-duration right num">{duration(table.durations[row])}</span>
            <span role="cell" class="c-tokens right num">{table.tokens[row] === null ? '' : count(table.tokens[row]!)}</span>
        </a>
    );
}

function Value({ report, column, row }: { report: Report; column: number; row: number }) {
    const letter = report.traces.letter(column, row);
    if (letter !== 'v') {
        return <Sign letter={letter} />;
    }

    const value = report.traces.values(column)[row];

    return typeof value === 'number' ? <>{number(value)}</> : <Text of={value} />;
}
