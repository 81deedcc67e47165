/** What is done to the text of a part of the bundle, which is bundled here as parts are. */
import path from 'node:path'
import { buildSync } from 'esbuild'
import { expect, test } from 'vitest'

const script = path.resolve(import.meta.dirname, '../../tools/bundle/finish-part.mjs')
const { asFunction, finishPart } = (await import(script)) as Record<
  'asFunction' | 'finishPart',
  (text: string) => string
>

/** What a part made of the module `contents` exports, and the names that the loader is asked to import. */
async function run(contents: string) {
  const { outputFiles } = buildSync({
    stdin: { contents },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['whirl:load', 'a-package', '@its/other'],
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
  })
  const text = finishPart(outputFiles[0]!.text)
  expect(text).toMatch(/^[\0-\x7f]*$/)
  const imported: string[] = []
  const loader = {
    part: (name: string) => `part ${name}`,
    importModule: (name: string) => {
      imported.push(name)
      return Promise.resolve({ name })
    },
  }
  const module = { exports: {} as Readonly<Record<string, unknown>> }
  const require = (name: string): unknown => (name === './load.cjs' ? loader : undefined)
  new Function('module', 'require', text)(module, require)
  const exported = Object.fromEntries(
    await Promise.all(Object.entries(module.exports).map(async ([name, value]) => [name, await value])),
  ) as Readonly<Record<string, unknown>>
  return { exported, imported }
}

test('packages are imported by the loader', async () => {
  const { exported, imported } = await run(`
    const é = 'ü'
    export const before = é
    export const one = import('a-package')
    export const two = import("@its/other").then(({ name }) => name)
    export const part = require('whirl:load').part('a')
  `)
  expect(imported).toEqual(['a-package', '@its/other'])
  expect(exported).toEqual({ before: 'ü', one: { name: 'a-package' }, two: '@its/other', part: 'part a' })
})

test('patterns and texts with an import in them stay as they are', async () => {
  const { exported, imported } = await run(`
    export const found = 'import("a.css")'.match(/import\\((?:"a.css"|'b')\\)|import("c")/u)[0]
    export const group = 'importx'.match(/import("x"|x)/).slice(0, 2)
    export const single = 'import("x")'
    export const double = "import('x')"
    export const raw = String.raw\`\\s*import("x")\`
    export const within = \`\${1} import("x")\`
    export const one = import('a-package')
  `)
  expect(exported).toEqual({
    found: 'import("a.css")',
    group: ['importx', 'x'],
    single: 'import("x")',
    double: "import('x')",
    raw: String.raw`\s*import("x")`,
    within: '1 import("x")',
    one: { name: 'a-package' },
  })
  expect(imported).toEqual(['a-package'])
})

test('a script becomes the function that Node makes of a CommonJS file', () => {
  const file = '/site/part.cjs'
  const given: unknown[] = []
  const text = 'given.push(this, exports, require, module, __filename, __dirname) // to the end'
  const make = new Function('given', `return ${asFunction(text)}`) as (
    given: unknown[],
  ) => (...names: unknown[]) => void
  make(given).call('own', 'exports', 'require', 'module', file, '/site')
  expect(given.map(String)).toEqual(['own', 'exports', 'require', 'module', file, '/site'])
})
