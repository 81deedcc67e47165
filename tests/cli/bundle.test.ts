/** The bundled command: what users start. Skipped, with this line, where nothing is bundled yet. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lacking } from '../needs.ts'

const root = path.resolve(import.meta.dirname, '../..')
const cli = path.join(root, 'dist/cli.js')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(cli))

function start(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
}

describe.skipIf(unbundled)('dist/cli.js', () => {
  test('prints its version', () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(start(['--version'], root).stdout).toBe(`whirl ${version}\n`)
  })

  test('builds the whole site when nobody reads what it prints any more', () => {
    const site = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-bundle-'))
    fs.writeFileSync(path.join(site, 'index.html'), '---\n---\nhi')
    const line = '(sleep 0.2; "$0" "$1" build --profile; echo $? > code) | true'
    spawnSync('bash', ['-c', line, process.execPath, cli], { cwd: site, encoding: 'utf8' })
    expect(fs.readFileSync(path.join(site, 'code'), 'utf8')).toBe('0\n')
    expect(fs.readFileSync(path.join(site, '_site/index.html'), 'utf8')).toBe('hi')
    fs.rmSync(site, { recursive: true })
  })

  test('builds a site with a style sheet, and ends with 1 for one that is broken', () => {
    const site = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-bundle-'))
    try {
      fs.writeFileSync(path.join(site, 'index.md'), '---\n---\n# Hi\n\n```ruby\nputs 1\n```\n')
      fs.writeFileSync(path.join(site, 'main.scss'), '---\n---\na { b { color: red } }\n')
      const done = start(['build'], site)
      expect([done.status, done.stderr]).toEqual([0, 'Configuration file: none\n'])
      expect(fs.readFileSync(path.join(site, '_site/index.html'), 'utf8')).toContain(
        '<span class="nb">puts</span>',
      )
      expect(fs.readFileSync(path.join(site, '_site/main.css'), 'utf8')).toContain('color: red')
      fs.writeFileSync(path.join(site, 'index.md'), '---\n---\n{% nope %}\n')
      const failed = start(['build'], site)
      expect(failed.status).toBe(1)
      expect(failed.stderr).toContain("Unknown tag 'nope' in index.md")
      expect(failed.stderr).not.toMatch(/^\s+at /m)
    } finally {
      fs.rmSync(site, { recursive: true, force: true })
    }
  })

  test('runs without the compiled code, and with one that is damaged', () => {
    const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-dist-'))
    try {
      for (const name of ['cli.js', 'load.cjs', 'whirl.cjs'])
        fs.copyFileSync(path.join(root, 'dist', name), path.join(copy, name))
      fs.writeFileSync(path.join(copy, 'package.json'), '{"type":"module"}')
      const version = (): string =>
        spawnSync(process.execPath, [path.join(copy, 'cli.js'), '--version'], { encoding: 'utf8' }).stdout
      const plain = version()
      expect(plain).toMatch(/^whirl /)
      fs.mkdirSync(path.join(copy, 'code-cache'))
      fs.writeFileSync(path.join(copy, 'code-cache/whirl.bin'), 'not compiled code')
      expect(version()).toBe(plain)
    } finally {
      fs.rmSync(copy, { recursive: true, force: true })
    }
  })
})
