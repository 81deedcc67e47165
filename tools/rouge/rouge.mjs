// What the tools in this folder share: Rouge as a process, our lexers as built now, and how both are compared.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

export const ROOT = path.resolve(import.meta.dirname, '../..')
export const SAMPLES = path.resolve(ROOT, '../shared/conformance/rouge')
const ORACLE = path.resolve(ROOT, '../shared/oracle/oracle.rb')

/** Versions that are told apart, oldest first, and the release that each was asked of. */
export const RELEASES = {
  3.26: '3.26.0',
  '3.30': '3.30.0',
  4.1: '4.1.3',
  4.5: '4.5.1',
  4.7: '4.7.0',
  5.1: '5.1.0',
}
export const VERSIONS = ['3.26', '3.30', '4.1', '4.5', '4.7', '5.1']

/** What Rouge prints for each `[language, code]`; null for an unknown language. Others than the installed one: see versions.mjs. */
export function askRouge(pairs, version = '3.30') {
  const { ROUGE_LIBS } = process.env
  if (version !== '3.30' && ROUGE_LIBS === undefined)
    throw new Error('ROUGE_LIBS should name the folder of the versions: 3.26.0/lib, 4.7.0/lib …')
  const lib = version === '3.30' ? [] : ['-I', path.join(ROUGE_LIBS, RELEASES[version], 'lib')]
  const input = pairs
    .map(([language, code]) => `${JSON.stringify({ ask: 'rouge', language, code })}\n`)
    .join('')
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', JEKYLL_NO_BUNDLER_REQUIRE: 'true' }
  const run = spawnSync('ruby', [...lib, ORACLE], { input, env, encoding: 'utf8', maxBuffer: 1 << 30 })
  const lines = run.stdout.split('\n').filter(Boolean)
  if (lines.length !== pairs.length)
    throw new Error(`Rouge answered ${lines.length} of ${pairs.length}:\n${run.stderr}`)
  return lines.map((line) => {
    const answer = JSON.parse(line)
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.output
  })
}

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
