// Builds dist/app.js and dist/app.css, which are committed. The same sources and lock file give the same bytes.
import { build } from 'esbuild';

await build({
    entryPoints: { app: 'src/main.tsx' },
    outdir: 'dist',
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    charset: 'ascii',
    legalComments: 'none',
});
