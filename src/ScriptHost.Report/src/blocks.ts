import type { Block, Body } from './data';

// Data blocks of the page: deflated JSON in base64, in script elements that no browser runs.

async function unpack<T>(element: Element): Promise<T> {
    const text = atob(element.textContent ?? '');
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
        bytes[i] = text.charCodeAt(i);
    }

    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));

    return (await new Response(stream).json()) as T;
}

const all = (kind: string) => [...document.querySelectorAll(`script[data-kind="${kind}"]`)];

export const readOnly = <T>(kind: string): Promise<T> => unpack<T>(all(kind)[0]!);

export const readAll = <T>(kind: string): Promise<T[]> => Promise.all(all(kind).map(e => unpack<T>(e)));

/** Bodies, unpacked a block at a time; the last few blocks stay unpacked. */
export class Bodies {
    private readonly blocks: { from: number; element: Element }[];
    private readonly kept = new Map<number, Promise<Body[]>>();

    constructor(kind: string) {
        this.blocks = all(kind).map(element => ({ from: Number(element.getAttribute('data-from')), element }));
    }

    get count(): number {
        return this.blocks.length;
    }

    async get(row: number): Promise<Body> {
        let low = 0;
        for (let high = this.blocks.length; high - low > 1; ) {
            const middle = (low + high) >> 1;
            if (this.blocks[middle]!.from <= row) {
                low = middle;
            } else {
                high = middle;
            }
        }

        return (await this.block(low)).rows[row - this.blocks[low]!.from]!;
    }

    async block(number: number): Promise<{ from: number; rows: Body[] }> {
        let rows = this.kept.get(number);
        if (!rows) {
            rows = unpack<Block>(this.blocks[number]!.element).then(whole);
            this.kept.set(number, rows);
            if (this.kept.size > 8) {
                this.kept.delete(this.kept.keys().next().value!);
            }
        }

        return { from: this.blocks[number]!.from, rows: await rows };
    }
}

const whole = ({ rows, outcomes }: Block): Body[] => rows.map(row => ({ ...row, outcomes: row.outcomes.map(number => outcomes[number]!) }));
