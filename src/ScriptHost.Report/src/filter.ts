import type { Report } from './report';

export interface Filter {
    search: string;
    /** failed, errors, passed, na; empty takes all. */
    show: string;
    /** The column that show is about, and whose values are shown; -1 is about all. */
    column: number;
    group: number;
    state: string;
    /** key=value */
    tag: string;
    session: string;
    sort: string;
}

export function filterOf(report: Report, query: URLSearchParams): Filter {
    return {
        search: query.get('q') ?? '',
        show: query.get('show') ?? '',
        column: report.columnOf(query.get('of') ?? ''),
        group: query.has('group') ? Number(query.get('group')) : -1,
        state: query.get('state') ?? '',
        tag: query.get('tag') ?? '',
        session: query.get('session') ?? '',
        sort: query.get('sort') ?? '',
    };
}

/** The rows of the traces that a filter takes, in its order. */
export function rowsOf(report: Report, filter: Filter, alsoFound?: Set<number>): number[] {
    const table = report.traces;
    const words = wordsOf(filter.search);
    const equals = filter.tag.indexOf('=');
    const [key, value] = [filter.tag.slice(0, equals), filter.tag.slice(equals + 1)];
    const rows: number[] = [];
    for (let row = 0; row < table.count; row++) {
        if (
            shows(report, filter, row) &&
            (filter.group < 0 || table.groups(row).includes(filter.group)) &&
            (!filter.state || table.states[row] === filter.state) &&
            (!filter.tag || table.tag(row, key) === value) &&
            (!filter.session || table.sessions[row] === filter.session) &&
            (!words.length || alsoFound?.has(row) || matches(table.text(row), words))
        ) {
            rows.push(row);
        }
    }

    return sorted(report, rows, filter);
}

/** What must be found: words, and in quotation marks phrases. */
export const wordsOf = (search: string): string[] =>
    [...search.toLowerCase().matchAll(/"([^"]+)"?|[^\s"]+/g)].map(m => m[1] ?? m[0]);

export const matches = (text: string, words: string[]): boolean => words.every(w => text.includes(w));

function shows(report: Report, { show, column }: Filter, row: number): boolean {
    const table = report.traces;
    if (column < 0) {
        const failed = table.fails[row]! + table.errors[row]! > 0;

        return show === 'failed' ? failed : show === 'errors' ? table.errors[row]! > 0 : show === 'passed' ? !failed : true;
    }

    const letter = table.letter(column, row);
    switch (show) {
        case 'failed':
            return letter === '0' || letter === 'e';
        case 'errors':
            return letter === 'e';
        case 'passed':
            return letter === '1';
        case 'na':
            return letter === 'n' || letter === 's';
        default:
            return letter !== '-';
    }
}

function sorted(report: Report, rows: number[], { sort, column }: Filter): number[] {
    const table = report.traces;
    const name = sort.replace(/^-/, '');
    const keys: Record<string, (row: number) => number | string | null | undefined> = {
        time: row => table.times[row],
        name: row => table.names[row],
        duration: row => table.durations[row],
        tokens: row => table.tokens[row],
        failures: row => table.fails[row]! + table.errors[row]!,
        value: row => table.number(column, row) ?? table.values(column)[row],
    };
    const key = keys[name];
    if (!key || (name === 'value' && column < 0)) {
        return rows;
    }

    const sign = sort.startsWith('-') ? -1 : 1;
    const keyed = rows.map(row => ({ row, key: key(row) ?? null }));

    // What has no value comes last, whichever way it is sorted.
    keyed.sort((a, b) =>
        a.key === b.key ? a.row - b.row
        : a.key === null ? 1
        : b.key === null ? -1
        : (a.key < b.key ? -1 : 1) * sign);

    return keyed.map(k => k.row);
}
