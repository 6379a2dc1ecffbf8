/** The list that a trace was opened from: j and k in the trace go on in it. */
export const listed: { rows: number[]; from: string; opened: number } = { rows: [], from: '#/traces', opened: -1 };
