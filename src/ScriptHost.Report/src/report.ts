import { Bodies, readAll, readOnly } from './blocks';
import type { Segment, Summary } from './data';
import { Table } from './table';

/** The whole of what the page shows; the index comes after the summary. */
export class Report {
    readonly traces: Table;
    readonly scored: Table;
    readonly bodies: Bodies;
    readonly sessionBodies: Bodies;
    /** The rows of each session's traces, oldest first. */
    readonly turns: Map<string, number[]>;
    readonly isComplete: boolean;

    constructor(
        readonly summary: Summary,
        traces?: Segment[],
        sessions?: Segment[],
    ) {
        const { columns, groups } = summary;
        this.isComplete = traces !== undefined;
        this.traces = new Table(traces ?? [], columns.length, groups);
        this.scored = new Table(sessions ?? [], columns.length, groups);
        this.bodies = new Bodies('trace');
        this.sessionBodies = new Bodies('session');
        this.turns = this.grouped();
    }

    static async summary(): Promise<Report> {
        return new Report(await readOnly<Summary>('summary'));
    }

    async complete(): Promise<Report> {
        return new Report(this.summary, await readAll<Segment>('trace-index'), await readAll<Segment>('session-index'));
    }

    /** What a link calls a column: its name, with the scorer's when two share it. */
    key(column: number): string {
        const { name, scorer } = this.summary.columns[column]!;

        return this.summary.columns.filter(c => c.name === name).length > 1 ? `${scorer}:${name}` : name;
    }

    columnOf(key: string): number {
        return key ? this.summary.columns.findIndex((_, i) => this.key(i) === key) : -1;
    }

    private grouped(): Map<string, number[]> {
        const turns = new Map<string, number[]>();
        this.traces.sessions.forEach((session, row) => {
            if (session !== null) {
                const rows = turns.get(session);
                if (rows) {
                    rows.push(row);
                } else {
                    turns.set(session, [row]);
                }
            }
        });

        // Without their traces, sessions are known by their outcomes only.
        this.scored.ids.forEach((id, row) => {
            if (!turns.has(id)) {
                const oldest = this.traces.row(this.scored.oldest[row] ?? '');
                turns.set(id, oldest === undefined ? [] : [oldest]);
            }
        });
        for (const rows of turns.values()) {
            rows.sort((a, b) => (this.traces.times[a] ?? 0) - (this.traces.times[b] ?? 0) || a - b);
        }

        return turns;
    }
}
