// What the tools in this folder share: our lexers as built now, and how they are compared with Rouge.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

export const ROOT = path.resolve(import.meta.dirname, '../..')
export const SAMPLES = path.resolve(ROOT, '../shared/conformance/rouge')

/** Our `src/highlight/index.ts`, bundled now, where its packages are found. */
export async function loadOurs() {
  const folder = fs.mkdtempSync(path.join(ROOT, 'node_modules/.highlight-'))
  const outfile = path.join(folder, 'highlight.mjs')
  await build({
    entryPoints: [path.join(ROOT, 'src/highlight/index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  })
  const ours = await import(outfile)
  fs.rmSync(folder, { recursive: true })
  return ours
}

/** `[class, text]` of each token in Rouge's HTML. */
export function tokensOf(html) {
  const out = []
  const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const span = /<span class="([^"]*)">([^<]*)<\/span>|([^<]+)/g
  for (const [, cls, inner, text] of html.matchAll(span))
    out.push(cls === undefined ? ['', plain(text)] : [cls, plain(inner)])
  return out
}

/** Tokens on one line: `k‹if› ‹ › p‹(›`. */
export const show = (tokens) =>
  tokens.map(([cls, text]) => `${cls}‹${text.replaceAll('\n', '↵').replaceAll('\t', '⇥')}›`).join(' ')

/** The class of each UTF-16 unit. */
export function classes(tokens) {
  const out = []
  for (const [cls, text] of tokens) for (let i = 0; i < text.length; i++) out.push(cls)
  return out
}

export const sampleTags = () =>
  fs
    .readdirSync(SAMPLES)
    .filter((f) => /^[a-z].*\.json$/.test(f))
    .map((f) => f.slice(0, -5))
export const sample = (tag) => JSON.parse(fs.readFileSync(path.join(SAMPLES, `${tag}.json`), 'utf8'))

/** What stands between snippets: a line `%%%` if there is any, else `---`. */
export const SEPARATOR = { [Symbol.split]: (text) => text.split(/^%%%$/m.test(text) ? /^%%%\n/m : /^---\n/m) }
