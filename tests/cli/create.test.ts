/** `npm create whirl`: the words after it are those of `whirl new`, and package.json is where that made the blog. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'
import { installInto, root } from './installed-package.ts'

const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(path.join(root, 'dist/cli.js')))

describe.skipIf(unbundled)('create-whirl', () => {
  test('finds the path among the words', () => {
    const folder = makeSite({ 'home/.keep': '' })
    installInto(folder)
    fs.cpSync(path.join(root, 'packages/create-whirl'), folder.at('node_modules/create-whirl'), {
      recursive: true,
    })
    const create = (words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
      spawnSync(process.execPath, [folder.at('node_modules/create-whirl/create.mjs'), ...words], {
        cwd: folder.at('home'),
        env: { PATH: process.env.PATH, HOME: folder.at('home'), ...more },
        encoding: 'utf8',
      })
    const two = create(['my', 'blog'])
    expect([two.status, two.stderr]).toEqual([0, ''])
    expect(two.stdout).toContain("\n  cd 'my blog'\n")
    const flagged = create(['--force', 'other'], { FORCE_COLOR: '1' })
    expect([
      flagged.status,
      flagged.stdout.includes(`A new blog is in ${folder.at('home/other')}\n`),
    ]).toEqual([0, true])
    for (const name of ['my blog', 'other'])
      expect(fs.existsSync(folder.at(`home/${name}/package.json`))).toBe(true)
    const version = create(['--version'])
    expect([version.status, version.stderr]).toEqual([0, ''])
    const conflict = create(['other'])
    expect([conflict.status, conflict.stdout]).toEqual([1, ''])
    expect(conflict.stderr).toContain('exists and is not empty.')
  })
})
