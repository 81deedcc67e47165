/** `whirl serve` and `whirl build --watch` as a user runs them, without the process. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { page, start } from './running.ts'

test('serve follows edits, keeps the last good site through a mistake, and comes back', async () => {
  const site = start(['serve', '--port', '0', '--livereload', '--livereload-port', '0'], {
    '_config.yml': 'title: One\n',
    'index.html': page('{{ site.title }}'),
  })
  await site.says('press ctrl-c to stop.')
  const url = /Server address: (\S+)/.exec(site.said())?.[1] ?? ''
  const get = async (): Promise<string> => (await fetch(url)).text()
  expect(await get()).toContain('One')

  fs.writeFileSync(path.join(site.source, 'index.html'), page('{{ site.title }} again'))
  await site.says('...done in')
  expect(await get()).toContain('One again')

  fs.writeFileSync(path.join(site.source, 'index.html'), page('{% bogus %}'))
  await site.says("Unknown tag 'bogus'")
  expect(await get()).toContain('Unknown tag &#39;bogus&#39;')
  expect(fs.readFileSync(path.join(site.source, '_site/index.html'), 'utf8')).toContain('One again')

  const from = site.said().length
  fs.writeFileSync(path.join(site.source, '_config.yml'), 'title: Two\n')
  fs.writeFileSync(path.join(site.source, 'index.html'), page('{{ site.title }}'))
  await site.says('...done in', from)
  await expect.poll(get, { timeout: 10_000 }).toContain('Two')
  expect(await site.stop()).toBe(0)
})

test('build --watch builds again', async () => {
  const site = start(['build', '--watch'], { 'index.html': page('a') })
  await site.says('Auto-regeneration: enabled for')
  const output = path.join(site.source, '_site/index.html')
  await expect
    .poll(
      () => {
        // Written again until seen: the watcher may still be starting.
        fs.writeFileSync(path.join(site.source, 'index.html'), page('b'))
        return fs.readFileSync(output, 'utf8')
      },
      { timeout: 10_000, interval: 300 },
    )
    .toBe('b\n')
  expect(await site.stop()).toBe(0)
})

test('a port in use is an error with a way out; half of a certificate too', async () => {
  const first = start(['serve', '--port', '0', '--no-watch'], { 'index.html': page('a') })
  await first.says('press ctrl-c to stop.')
  const port = new URL(/Server address: (\S+)/.exec(first.said())?.[1] ?? '').port
  const second = start(['serve', '--port', port, '--no-watch'], { 'index.html': page('a') })
  expect(await second.stop()).toBe(1)
  expect(second.said()).toContain(`Address already in use - bind(2) for 127.0.0.1:${port}`)
  await first.stop()
  const third = start(['serve', '--ssl-key', 'key.pem'], { 'index.html': page('a') })
  expect(await third.stop()).toBe(1)
  expect(third.said()).toContain('--ssl-cert or --ssl-key missing.')
})

test('--detach hands the command to a process of its own', async () => {
  const site = start(['serve', '--detach'], {})
  expect(await site.stop()).toBe(0)
  expect(site.said()).toContain("Server detached with pid '7'")
})
