/**
 * Pipes and devices under the names of files that a build looks for: none is waited for or read without end, and each is
 * told. Every build is a process of its own, which is ended when it hangs. Skipped, with a line, where nothing is bundled.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(cli))

/** Milliseconds after which a build hangs. */
const TIME = 30_000

interface Name {
  readonly at: string
  readonly files?: Readonly<Record<string, string>>
  readonly flags?: readonly string[]
  /** the builder's own file, of which there is nothing to say */
  readonly silent?: boolean
}

const themed = { '_config.yml': 'theme_dir: own\n', 'own/_layouts/x.html': 'x' }

const NAMES: readonly Name[] = [
  { at: 'Gemfile' },
  { at: 'gems.rb' },
  { at: 'Gemfile.lock' },
  { at: 'gems.locked' },
  { at: '.bundle/config' },
  { at: 'own/package.json', files: themed },
  { at: 'own/own.gemspec', files: themed },
  { at: 'whirl.lock', files: { '_config.yml': 'theme: nowhere\n' } },
  { at: '.jekyll-metadata', flags: ['--incremental'], silent: true },
  { at: '_config.yml' },
  { at: '_config.toml' },
  { at: 'more.yml', flags: ['--config', 'more.yml'] },
  { at: 'whirl.config.ts' },
  { at: '_plugins/a.rb' },
  { at: '_plugins/a.ts' },
  { at: '_data/a.yml' },
  { at: '_layouts/a.html' },
  { at: '_includes/a.html' },
  { at: '_posts/2020-01-01-a.md' },
  { at: '_things/a.md', files: { '_config.yml': 'collections: [things]\n' } },
  { at: '_sass/_a.scss', files: { 'b.scss': '---\n---\n@import "a";\n' } },
  { at: '.b.txt', files: { 'b.md': '---\n---\n{% include_relative .b.txt %}\n' } },
  { at: 'a.md' },
  { at: 'own/assets/a.css', files: themed },
  { at: '_site/index.html', silent: true },
]

const KINDS: Readonly<Record<string, (place: string) => void>> = {
  pipe: (place) => execFileSync('mkfifo', [place]),
  'link to a device': (place) => fs.symlinkSync('/dev/zero', place),
  'link to a pipe': (place) => {
    execFileSync('mkfifo', [`${place}-pipe`])
    fs.symlinkSync(`${path.basename(place)}-pipe`, place)
  },
}

describe.skipIf(unbundled).each(Object.entries(KINDS))('a %s', (_kind, make) => {
  test.each(NAMES.map((name) => [name.at, name] as const))('%s', (_title, name) => {
    const { at, files = {}, flags = [], silent = false } = name
    const site = makeSite({ 'index.html': '---\n---\nwhole\n', ...files })
    fs.mkdirSync(path.dirname(site.at(at)), { recursive: true })
    make(site.at(at))
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'build', ...flags], {
      cwd: site.root,
      encoding: 'utf8',
      timeout: TIME,
      killSignal: 'SIGKILL',
      env: { ...process.env, WHIRL_OFFLINE: '1', TZ: 'UTC' },
    })
    expect([0, 1], stdout + stderr).toContain(status)
    if (!silent) expect(stdout + stderr).toMatch(/neither a file nor a directory/i)
    if (status === 0) expect(site.read('_site/index.html')).toBe('whole\n')
  })
})
