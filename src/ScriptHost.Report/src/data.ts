// What the page is given. src/ScriptHost/Html writes it: SummaryJson, IndexSegment, BodyWriter.

export interface Summary {
    id: string;
    /** run.json as it stands in the run's folder. */
    run: RunRecord;
    traces: number;
    failedTraces: number;
    /** How many sessions have outcomes of session scorers. */
    sessions: number;
    /** Inputs that could not be read again. */
    notes: string[];
    columns: Column[];
    groups: Group[];
    /** What changed against an earlier run; null when there is none to compare with. */
    baseline: Baseline | null;
}

export interface RunRecord {
    started_at?: string;
    duration_ms?: number;
    exit_code?: number;
    ended_early?: string;
    metrics?: Record<string, number | null>;
    outcomes?: Record<string, { scored: number; error: number; not_applicable: number; skipped: number }>;
    traces?: { read: number; malformed: number; duplicate: number };
    sessions?: number;
    scorers?: { name: string; scorer?: string; level: string; path?: string; hash?: string; settings?: Record<string, unknown>; where?: string }[];
    preset?: { names: string[]; hash: string } | null;
    thresholds?: Threshold[];
    inputs?: { path: string; files: number; bytes?: number; traces: number }[];
    problems?: string[];
    isolation?: string;
    allowlist_hash?: string;
    versions?: Record<string, string>;
}

export interface Threshold {
    metric: string;
    bound: string;
    level: string;
    passed: boolean;
    value: number | null;
    n: number;
    interval?: [number, number];
    message: string;
}

/** All values of one feedback of one scorer. */
export interface Column {
    scorer: string;
    name: string;
    session: boolean;
    kind: 'verdict' | 'number' | 'text' | 'none';
    /** Which way is better; null when the run does not say. */
    direction: 'up' | 'down' | null;
    errors: number;
    passes: number;
    fails: number;
    n: number;
    mean?: number;
    min?: number;
    max?: number;
    /** The 95 % interval: Wilson's of verdicts, Student's t of numbers. */
    low?: number;
    high?: number;
    /** The width of a bin; bins alternate start and count. */
    width?: number;
    bins?: number[];
    /** Texts that count as no number, most frequent first; an empty text stands for all others. */
    texts?: [string, number][];
}

/** Failures of one feedback whose rationales differ in numbers and quotations only. */
export interface Group {
    column: number;
    /** The scorer failed, not the trace. */
    error: boolean;
    count: number;
    example: string;
}

export interface Baseline {
    run: string;
    flips: Flip[];
    changes: { metric: string; before: number | null; after: number | null; verdict: string | null }[];
}

export interface Flip {
    trace: string;
    session: string | null;
    feedback: string;
    worse: boolean;
    before: string;
    after: string;
    why: string | null;
    whyNow: string | null;
}

/** Some thousand rows of the index, column by column. */
export interface Segment {
    ids: string[];
    oldest: (string | null)[];
    names: (string | null)[];
    states: (string | null)[];
    times: (number | null)[];
    durations: (number | null)[];
    tokens: (number | null)[];
    sessions: (string | null)[];
    asked: string[];
    answered: string[];
    /** Key, value, key, value … */
    tags: string[][];
    /** A letter a row; values stand for the letter v only, in order. */
    cells: { column: number; letters: string; values: (number | string)[] }[];
    /** Row, group, row, group … */
    failures: number[];
}

/** Bodies that are packed together. */
export interface Block {
    rows: (Omit<Body, 'outcomes'> & { outcomes: number[] })[];
    /** The different outcomes of the block; rows name them by number. */
    outcomes: Outcome[];
}

/** All that is shown of one trace or session. */
export interface Body {
    id: string;
    session?: string;
    outcomes: Outcome[];
    path?: string;
    line?: number;
    user?: string | null;
    /** What was asked last, and what was answered. */
    asked?: string;
    answered?: string;
    tags?: [string, string][];
    expectations?: [string, string][];
    messages?: { role: string; text: string }[];
    calls?: { name: string; arguments?: string; result?: string; error?: string; span?: number }[];
    documents?: { text?: string; uri?: string; id?: string; span?: number }[];
    spans?: Span[];
    labels?: { name: string; value?: string; rationale?: string; source?: string }[];
    /** How many texts were shortened or left out. */
    cut: number;
}

export interface Outcome {
    scorer: string;
    kind: 'scored' | 'error' | 'not_applicable' | 'skipped';
    reason?: string;
    feedback?: Feedback[];
}

export interface Feedback {
    name: string;
    value?: boolean | number | string;
    rationale?: string;
    code?: string;
    message?: string;
    stack?: string;
}

/** Times in microseconds from the first span's beginning. */
export interface Span {
    name: string;
    type?: string;
    parent?: number;
    start: number;
    took?: number;
    failed?: boolean;
    message?: string;
    inputs?: string;
    outputs?: string;
    attributes?: [string, string][];
    events?: { name: string; at: number; attributes?: [string, string][] }[];
}
