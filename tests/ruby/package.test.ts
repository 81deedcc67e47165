/** The package that brings Ruby: what is published of it, and where it is found. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findEngine } from '../../src/ruby/machine/engine.ts'
import { makeSite } from '../site-maker.ts'

const root = path.resolve(import.meta.dirname, '../..')
const home = path.join(root, 'packages/whirl-ruby')
const about = (file: string) =>
  JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as {
    readonly version: string
    readonly dependencies: Readonly<Record<string, string>>
  }

test('has the version of the program, and names exactly which Ruby and which WASI', () => {
  const { version, dependencies } = about('packages/whirl-ruby/package.json')
  expect(version).toBe(about('package.json').version)
  expect(Object.values(dependencies).every((each) => /^\d+\.\d+\.\d+$/.test(each))).toBe(true)
})

/** The package as npm packs it. */
function pack(into: string): Buffer {
  fs.mkdirSync(into, { recursive: true })
  const args = ['pack', '--ignore-scripts', '--pack-destination', into]
  expect(spawnSync('npm', args, { cwd: home, shell: true }).status).toBe(0)
  return fs.readFileSync(path.join(into, 'whirl-ruby-0.1.0.tgz'))
}

test('is packed twice to the same bytes, and is found in the node_modules of a site', () => {
  const site = makeSite({ 'index.html': '' })
  const packed = pack(site.at('one'))
  expect(packed.equals(pack(site.at('two')))).toBe(true)
  const modules = site.at('node_modules')
  fs.mkdirSync(path.join(modules, 'whirl-ruby'), { recursive: true })
  const unpack = ['-xzf', site.at('one/whirl-ruby-0.1.0.tgz'), '--strip=1', '-C', `${modules}/whirl-ruby`]
  expect(spawnSync('tar', unpack).status).toBe(0)
  for (const name of Object.keys(about('packages/whirl-ruby/package.json').dependencies)) {
    fs.mkdirSync(path.join(modules, path.dirname(name)), { recursive: true })
    fs.cpSync(path.join(root, 'node_modules', name), path.join(modules, name), {
      recursive: true,
      filter: (file) => !file.endsWith('.wasm') || file.endsWith('/ruby+stdlib.wasm'),
    })
  }
  const engine = findEngine(site.at('.'))
  expect(engine?.program).toBe(
    path.join(fs.realpathSync(modules), '@ruby/4.0-wasm-wasi/dist/ruby+stdlib.wasm'),
  )
  expect(engine?.wasi.startsWith(fs.realpathSync(modules))).toBe(true)
})
