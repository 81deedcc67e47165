// Bundles the command and the four exports. Dependencies stay outside, loaded on first use.

import fs from 'node:fs'
import { build } from 'esbuild'

const pkg = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outdir: 'dist',
  packages: 'external',
  define: { WHIRL_VERSION: JSON.stringify(pkg.version) },
  legalComments: 'none',
  logLevel: 'warning',
}
const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  liquid: 'src/liquid/index.ts',
  kramdown: 'src/kramdown/index.ts',
  highlight: 'src/highlight/index.ts',
}
const present = Object.fromEntries(Object.entries(entries).filter(([, file]) => fs.existsSync(file)))
await build({ ...shared, entryPoints: present, splitting: true, chunkNames: 'chunks/[name]-[hash]' })
if (fs.existsSync('dist/cli.js')) fs.chmodSync('dist/cli.js', 0o755)
