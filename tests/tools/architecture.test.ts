/** ARCHITECTURE.md is the first page people read: whatever file, folder or function it names is there. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const page = fs.readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8')
const sources = fs
  .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => fs.readFileSync(path.join(root, 'src', name), 'utf8'))
  .join('\n')

/** What stands in backticks, and the lines of the code blocks. */
const quoted = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text)
const blocks = page.split('\n').filter((line) => line.startsWith('    '))

test('the files and folders that it names are there', () => {
  const named = [...quoted, ...blocks.flatMap((line) => line.trim().split(/\s+/))]
    .map((text) => text.replace(/[,;:.]$/, ''))
    .filter((text) => /^[\w.-]+\/[\w./-]*(?:\.ts|\.mjs|\/)?$/.test(text))
    // What modules have of this name, each its own.
    .filter((text) => text !== 'settings/')
  expect(named.length).toBeGreaterThan(15)
  const missing = named.filter(
    (name) => !fs.existsSync(path.join(root, name)) && !fs.existsSync(path.join(root, 'src', name)),
  )
  expect(missing).toEqual([])
})

test('the functions and types that it names are there', () => {
  const calls = [...page.matchAll(/\b([a-z]\w+)\(/g)].map(([, name = '']) => name)
  const types = quoted.filter((text) => /^[A-Z][a-z]\w+$/.test(text))
  expect(calls.length).toBeGreaterThan(4)
  const missing = [...new Set([...calls, ...types])].filter(
    (name) => !new RegExp(`\\b(?:function|const|class|interface|type|enum) ${name}\\b`).test(sources),
  )
  // JavaScript's own.
  expect(missing.filter((name) => name !== 'Map')).toEqual([])
})

test('the lines that it calls the whole program stand in build-site.ts, in that order', () => {
  const program = fs.readFileSync(path.join(root, 'src/builder/build-site.ts'), 'utf8')
  const lines = [...page.matchAll(/^ {4}(const .*?) +\/\/ /gm)].map(([, line = '']) => line)
  expect(lines).toHaveLength(5)
  expect(program).toContain(lines.map((line) => `    ${line}\n`).join(''))
})

test('its table of modules is the one that the check holds', async () => {
  const rules = path.join(root, 'tools/check-imports/rules.mjs')
  const { MAY_IMPORT } = (await import(rules)) as { MAY_IMPORT: Readonly<Record<string, readonly string[]>> }
  const rows = [...page.matchAll(/^\| (\w+) \| [^|]+ \| ([^|]+) \|$/gm)].map(([, name = '', may = '']) => [
    name,
    may.trim(),
  ])
  const table = rows
    .filter(([name]) => name !== 'module')
    .map(([name, may = '']) => [
      name,
      may === 'nothing of ours' || may.startsWith('only') ? [] : may.split(', '),
    ])
  expect(Object.fromEntries(table)).toEqual(MAY_IMPORT)
})
