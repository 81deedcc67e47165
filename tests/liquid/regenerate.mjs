// Writes the answers of Ruby's Liquid into the fixture files: node tests/liquid/regenerate.mjs [file.txt …]
// A case is `-- template --`, perhaps `-- data --` (JSON), `-- partial NAME --` and `-- options --` (JSON: mode,
// version, strict_variables, strict_filters); whatever answers it has are replaced. Needs Debian's ruby-liquid, and for
// liquid-4.0.txt the `lib` of Liquid 4.0.4 in LIQUID_4_0.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const folder = import.meta.dirname
const bundle = path.join(os.tmpdir(), `fixtures-${process.pid}.mjs`)
await build({
  entryPoints: [path.join(folder, '../fixtures.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
})
const { readFixtures } = await import(pathToFileURL(bundle).href)
fs.rmSync(bundle)

const ANSWERS = new Set(['output', 'errors', 'warnings', 'syntax error'])
const escaped = (text) => text.replace(/^(\\*(?:=== |-- [\w.]))/gm, '\\$1')
const section = (name, text) => `-- ${name} --\n${text === '' ? '' : `${escaped(text)}\n`}`

function ask(fixtures, libraries) {
  const input = fixtures.map(({ sections }) => {
    const partials = Object.entries(sections).filter(([name]) => name.startsWith('partial '))
    const fs = Object.fromEntries(partials.map(([name, text]) => [name.slice(8), text]))
    const rest = JSON.stringify({ t: sections.template, fs, ...JSON.parse(sections.options ?? '{}') })
    // The data goes as it is written: JavaScript would lose the difference of 1 and 1.0.
    return `{"d":${(sections.data ?? '{}').replaceAll('\n', ' ')},${rest.slice(1)}\n`
  })
  const { stdout, stderr } = spawnSync(
    'ruby',
    ['-W0', ...libraries.flatMap((each) => ['-I', each]), path.join(folder, 'reference.rb')],
    {
      input: input.join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    },
  )
  if (stderr) console.error(stderr)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const named = process.argv.slice(2)
const files = named.length > 0 ? named : fs.readdirSync(folder).filter((name) => name.endsWith('.txt'))
if (files.some((name) => name.endsWith('liquid-4.0.txt')) && !process.env.LIQUID_4_0)
  throw new Error('LIQUID_4_0 must name the lib of Liquid 4.0.4')
for (const name of files) {
  const file = path.join(folder, path.basename(name))
  const fixtures = readFixtures(file)
  const head = fs.readFileSync(file, 'utf8').split(/^=== /m)[0]
  const answers = ask(fixtures, name.endsWith('liquid-4.0.txt') ? [process.env.LIQUID_4_0] : [])
  const text = fixtures.map(({ title, sections }, index) => {
    const answer = answers[index]
    if (answer.crash !== undefined) {
      console.log(`${name}: '${title}' is left out, for the reference fails: ${answer.crash}`)
      return ''
    }
    let out = `=== ${title}\n`
    for (const [key, value] of Object.entries(sections)) if (!ANSWERS.has(key)) out += section(key, value)
    if (answer.syntax_error !== undefined) return out + section('syntax error', answer.syntax_error)
    out += section('output', answer.output)
    if (answer.errors.length > 0) out += section('errors', answer.errors.join('\n'))
    if (answer.warnings.length > 0) out += section('warnings', answer.warnings.join('\n'))
    return out
  })
  fs.writeFileSync(file, head + text.join(''))
  console.log(`${name}: ${fixtures.length} cases`)
}
