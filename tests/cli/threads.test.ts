/** Threads of the bundled command. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(cli))

test.skipIf(unbundled)(
  'two threads render beside the main one, and the output is the same',
  () => {
    const files: Record<string, string> = {
      '_layouts/post.html': '<h1>{{ page.title }}</h1>{{ content }}{{ page.next.title }}',
      'index.html': '---\n---\n{% for p in site.posts %}{{ p.title }}{{ p.content | size }}{% endfor %}',
    }
    const text = '## Head\n\n```ruby\ndef a(b) = b + 1\n```\n\n- *one* `two`\n\n'.repeat(40)
    for (let n = 0; n < 400; n++)
      files[`_posts/2024-01-01-p${n}.md`] = `---\ntitle: P${n}\nlayout: post\n---\n${text}${n}\n`
    const site = makeSite(files)
    const build = (...words: string[]) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [cli, 'build', '--verbose', '--disable-disk-cache', ...words],
        { cwd: site.root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
      )
      expect([status, stderr]).toEqual([0, 'Configuration file: none\n'])
      const outputs = site.list().filter((name) => name.startsWith('_site/'))
      const made = outputs.map((name) => [name, site.read(name)])
      site.remove('_site')
      const [, taken = 'none'] = /Threads: (\d+) of 401 pages rendered/.exec(stdout) ?? []
      return { made, said: stdout.replace(/in \d[\d.]* seconds|^ *Threads:.*\n/gm, ''), taken }
    }
    const alone = build()
    const shared = build('--workers', '2')
    expect(shared.made).toEqual(alone.made)
    expect(shared.said).toBe(alone.said)
    // A site of this size is not worth a thread.
    expect(alone.taken).toBe('none')
    expect(Number(shared.taken)).toBeGreaterThan(0)
    expect(build('--workers', '0').taken).toBe('none')
  },
  120_000,
)
