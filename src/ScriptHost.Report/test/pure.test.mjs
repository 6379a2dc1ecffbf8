// The page's functions that need no browser, bundled as the page is.
import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = await mkdtemp(join(tmpdir(), 'report-'));
const source = "export * from './pretty'; export * from './estimate'; export * as format from './format'; export * as route from './route'; export { wordsOf } from './filter';";
await build({ stdin: { contents: source, resolveDir: 'src', loader: 'ts' }, bundle: true, format: 'esm', outfile: join(folder, 'pure.mjs'), logLevel: 'error' });
const { pretty, wilson, mean, format, route, wordsOf } = await import(pathToFileURL(join(folder, 'pure.mjs')));

test('JSON is broken into lines and keeps every number and text as it stands', () => {
    assert.equal(pretty('{"id":12345678901234567890,"a b":"x: {1, 2}","n":[1.50,{}],"e":[ ]}'),
        '{\n  "id": 12345678901234567890,\n  "a b": "x: {1, 2}",\n  "n": [\n    1.50,\n    {}\n  ],\n  "e": []\n}');
    assert.equal(pretty('{"cut": "off'), '{"cut": "off');
    assert.equal(pretty('plain [text]'), 'plain [text]');
});

test('intervals of slices are those of published tables', () => {
    // Newcombe 1998, table I, method 3: 81 of 263 and 0 of 20.
    const { low, high } = wilson(81, 263);
    assert.deepEqual([low, high].map(v => v.toFixed(4)), ['0.2553', '0.3662']);
    assert.deepEqual([wilson(0, 20).low, wilson(0, 20).high].map(v => v.toFixed(4)), ['0.0000', '0.1611']);

    // t of 2 degrees of freedom is 4.303, of 30 it is 2.042.
    assert.equal(((mean([1, 2, 3]).high - 2) * Math.sqrt(3)).toFixed(3), '4.303');
    const many = mean(Array.from({ length: 31 }, (_, i) => i));
    assert.equal(((many.high - 15) / (Math.sqrt(992 * 2.5 / 30) / Math.sqrt(31))).toFixed(3), '2.042');
});

test('no share of less than all is shown as all', () => {
    assert.equal(format.share(0.9999), '99.9 %');
    assert.equal(format.share(1), '100 %');
    assert.equal(format.share(0.123), '12 %');
});

test('addresses lead back to what they were made of', () => {
    const made = route.link('trace', 'tr/ä?#&=', { q: 'a b&c', none: undefined });
    const { view, id, query } = route.parse(made);
    assert.deepEqual([view, id, query.get('q'), query.has('none')], ['trace', 'tr/ä?#&=', 'a b&c', false]);
});

test('phrases in quotation marks are searched as a whole', () => assert.deepEqual(wordsOf('Late "Order 7" now "open'), ['late', 'order 7', 'now', 'open']));
