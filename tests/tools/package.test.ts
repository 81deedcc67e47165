/** What is published: declarations that compile, and pages whose links lead to something in the package. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/base/index.ts'
import { makeSite } from '../site-maker.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8')

test('the declarations of the package can be made', () => {
  const tsc = path.join(root, 'node_modules/.bin/tsc')
  const args = ['-p', 'tsconfig.types.json', '--outDir', makeSite().at('types')]
  const { status, stdout } = spawnSync(tsc, args, { cwd: root, encoding: 'utf8' })
  expect([status, stdout]).toEqual([0, ''])
})

test('two bundles for the package have the same bytes', () => {
  const bundled = (): readonly string[] => {
    const clone = makeSite()
    for (const name of [
      'src',
      'tools',
      'examples',
      'themes',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ])
      fs.cpSync(path.join(root, name), clone.at(name), { recursive: true })
    fs.symlinkSync(fs.realpathSync(path.join(root, 'node_modules')), clone.at('node_modules'))
    const args = [clone.at('tools/bundle.mjs'), '--packed']
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: clone.root, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    const files = clone.list().filter((name) => /^(?:dist|themes)\//.test(name))
    return files.map((name) => `${name} ${sha256(fs.readFileSync(clone.at(name)))}`)
  }
  const first = bundled()
  expect(first.length).toBeGreaterThan(100)
  expect(first.filter((line) => line.includes('code-cache'))).toEqual([])
  expect(bundled()).toEqual(first)
})

describe('the files of the package', () => {
  let files: readonly string[] = []
  beforeAll(() => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
    const { stdout } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: true })
    const [pack] = JSON.parse(stdout) as readonly { readonly files: readonly { readonly path: string }[] }[]
    files = pack?.files.map((file) => file.path) ?? []
  })
  const isThere = (name: string): boolean =>
    files.some((file) => file === name || file.startsWith(`${name.replace(/\/$/, '')}/`))

  test('links of its pages', () => {
    const dead = files
      .filter((name) => name.endsWith('.md') && !name.startsWith('themes/'))
      .flatMap((name) =>
        linksOf(read(name)).map((link) => [name, path.join(path.dirname(name), link)] as const),
      )
      .filter(([, place]) => !isThere(place))
    expect(dead).toEqual([])
  })

  test('files that pages for users name; those for who works on Whirl name the repository’s', () => {
    const own = /^(?:ARCHITECTURE|CONTRIBUTING)\.md$|^docs\/decisions\//
    const named = files
      .filter((name) => /^[A-Z]+\.md$|^docs\/.*\.(?:md|txt)$|^examples\//.test(name))
      .flatMap((name) => pathsOf(read(name)).map((place) => [name, place] as const))
    expect(named.length).toBeGreaterThan(50)
    const dead = named.filter(
      ([name, place]) => !(own.test(name) ? fs.existsSync(path.join(root, place)) : isThere(place)),
    )
    expect(dead).toEqual([])
  })

  test('pages that messages name', () => {
    const sources = fs
      .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
    const named = sources.flatMap((name) => read(`src/${name}`).match(/\(docs\/[\w-]+\.md(?=\))/g) ?? [])
    expect(named.length).toBeGreaterThan(2)
    expect(named.filter((page) => !isThere(page.slice(1)))).toEqual([])
  })

  test('pages that help names', () => {
    const named = fs
      .readdirSync(path.join(root, 'docs/help'))
      .flatMap((name) => read(`docs/help/${name}`).match(/\bdocs\/[\w-]+\.md/g) ?? [])
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((page) => !isThere(page))).toEqual([])
  })
})

/** Files of the repository that a text names in backticks; not those with a part to fill in. */
function pathsOf(text: string): readonly string[] {
  return [...text.matchAll(/`((?:src|tests|tools|bench|docs|themes|examples|packages)\/[^`\s#]*)/g)]
    .map(([, place = '']) => place.replace(/\/$/, ''))
    .filter((place) => !/[<*]/.test(place))
}

/** Targets in the repository, without what stands in code. */
function linksOf(text: string): readonly string[] {
  const prose = text.replace(/^(?: {4}|```).*$/gm, '').replace(/`[^`]*`/g, '')
  return [...prose.matchAll(/\]\(([^)#\s]+)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:|^\//.test(link))
}
