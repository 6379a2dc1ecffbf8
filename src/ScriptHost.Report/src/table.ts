import type { Group, Segment } from './data';

export type Letter = '1' | '0' | 'v' | 'e' | 'n' | 's' | '-';

/** All rows of traces, or of sessions. */
export class Table {
    readonly ids: string[] = [];
    readonly oldest: (string | null)[] = [];
    readonly names: (string | null)[] = [];
    readonly states: (string | null)[] = [];
    readonly times: (number | null)[] = [];
    readonly durations: (number | null)[] = [];
    readonly tokens: (number | null)[] = [];
    readonly sessions: (string | null)[] = [];
    readonly asked: string[] = [];
    readonly answered: string[] = [];
    readonly tags: string[][] = [];
    /** How many feedbacks of each row failed, and how many are errors. */
    readonly fails: Uint16Array;
    readonly errors: Uint16Array;
    private readonly groupsOf = new Map<number, number[]>();
    private readonly letters: string[];
    private readonly dense: (number | string)[][];
    private readonly wide = new Map<number, (number | string | undefined)[]>();
    private readonly places = new Map<string, number>();
    private texts: string[] | undefined;

    constructor(segments: Segment[], columns: number, groups: Group[]) {
        this.letters = Array.from({ length: columns }, () => '');
        this.dense = Array.from({ length: columns }, () => []);
        const count = segments.reduce((sum, s) => sum + s.ids.length, 0);
        this.fails = new Uint16Array(count);
        this.errors = new Uint16Array(count);
        for (const segment of segments) {
            this.add(segment, groups);
        }

        this.ids.forEach((id, row) => this.places.set(id, row));
    }

    get count(): number {
        return this.ids.length;
    }

    row(id: string): number | undefined {
        return this.places.get(id);
    }

    letter(column: number, row: number): Letter {
        return (this.letters[column]?.[row] ?? '-') as Letter;
    }

    /** Values by row; verdicts are not in it, their letter says it. */
    values(column: number): (number | string | undefined)[] {
        let found = this.wide.get(column);
        if (!found) {
            found = new Array<number | string | undefined>(this.count);
            const letters = this.letters[column] ?? '';
            for (let row = 0, next = 0; row < letters.length; row++) {
                if (letters[row] === 'v') {
                    found[row] = this.dense[column]![next++];
                }
            }

            this.wide.set(column, found);
        }

        return found;
    }

    /** What counts in metrics: verdicts as 1 and 0. */
    number(column: number, row: number): number | undefined {
        switch (this.letter(column, row)) {
            case '1':
                return 1;
            case '0':
                return 0;
            case 'v': {
                const value = this.values(column)[row];

                return typeof value === 'number' ? value : undefined;
            }
            default:
                return undefined;
        }
    }

    groups(row: number): number[] {
        return this.groupsOf.get(row) ?? [];
    }

    tag(row: number, key: string): string | undefined {
        const tags = this.tags[row]!;
        for (let i = 0; i < tags.length; i += 2) {
            if (tags[i] === key) {
                return tags[i + 1];
            }
        }

        return undefined;
    }

    /** What a search looks at, in lower case. */
    text(row: number): string {
        this.texts ??= this.ids.map((id, r) =>
            [id, this.names[r], this.sessions[r], this.asked[r], this.answered[r], ...this.tags[r]!].join('\n').toLowerCase());

        return this.texts[row]!;
    }

    private add(segment: Segment, groups: Group[]): void {
        const from = this.ids.length;
        const count = segment.ids.length;
        this.ids.push(...segment.ids);
        this.oldest.push(...segment.oldest);
        this.names.push(...segment.names);
        this.states.push(...segment.states);
        this.times.push(...segment.times);
        this.durations.push(...segment.durations);
        this.tokens.push(...segment.tokens);
        this.sessions.push(...segment.sessions);
        this.asked.push(...segment.asked);
        this.answered.push(...segment.answered);
        this.tags.push(...segment.tags);
        const cells = new Map(segment.cells.map(c => [c.column, c]));
        for (let column = 0; column < this.letters.length; column++) {
            const cell = cells.get(column);
            this.letters[column] += cell?.letters ?? '-'.repeat(count);
            for (const value of cell?.values ?? []) {
                this.dense[column]!.push(value);
            }
        }

        for (let i = 0; i < segment.failures.length; i += 2) {
            const row = from + segment.failures[i]!;
            const group = segment.failures[i + 1]!;
            (groups[group]!.error ? this.errors : this.fails)[row]!++;
            const known = this.groupsOf.get(row);
            if (known) {
                known.push(group);
            } else {
                this.groupsOf.set(row, [group]);
            }
        }
    }
}
