/** Lists that are made of the folders of src/bundled/: the program's own, and those of the documentation. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { BUNDLED } from '../../src/bundled/index.ts'

test('they are up to date', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/bundled-plugins.mjs', '--check'], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
})

test('every plugin is in the table of the documentation', () => {
  const docs = fs.readFileSync('docs/plugins-bundled.md', 'utf8')
  const names = [...docs.matchAll(/^\| ([\w-]+)(?: \|.*){4}\|$/gm)].map(([, name]) => name)
  expect(names.toSorted()).toEqual(['plugin', ...BUNDLED.map(({ name }) => name)].toSorted())
})
