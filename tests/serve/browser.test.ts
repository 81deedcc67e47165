/** `whirl serve --livereload` as its user sees it: the bundled command and a real Chromium whose page follows edits. */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'
import { CHROMIUM, contextOf, withoutChromium } from '../theme/chromium.ts'

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')
const missing = withoutChromium() || lacking('bundle', 'dist/cli.js', fs.existsSync(cli))

const layout = (mark: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ site.title }}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css"></head>
<body><p id="layout">${mark}</p>{{ content }}</body>
</html>
`
const FILES: Readonly<Record<string, string>> = {
  '_config.yml': 'title: Followed\n',
  '_layouts/default.html': layout('layout one'),
  '_posts/2024-01-02-hello.md': '---\ntitle: Hello\n---\nbody one\n',
  'index.html':
    '---\nlayout: default\n---\n{% for post in site.posts %}<div id="post">{{ post.content }}</div>{% endfor %}\n',
  'style.css': '---\n---\nbody { color: rgb(1, 2, 3) }\n',
  // Browsers ask for it from a page that names no icon, as one does that was read half written.
  'favicon.ico': '',
}

describe.skipIf(missing)('a page open in Chromium', () => {
  const { root: site, put } = makeSite(FILES)
  let server: ChildProcess | undefined
  let browser: Browser | undefined
  let page: Page
  let said = ''
  const complaints: string[] = []
  const write = (name: string, text: string): void => put({ [name]: text })
  const shows = (selector: string, text: string): Promise<void> =>
    page.locator(selector, { hasText: text }).first().waitFor()

  beforeAll(async () => {
    const words = ['serve', '--livereload', '--livereload-port', '0', '--port', '0']
    server = spawn(process.execPath, [cli, ...words], { cwd: site, env: { ...process.env, NO_COLOR: '1' } })
    const hear = (text: Buffer): void => {
      said += text.toString()
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    const launched = chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    browser = await launched
    await vi.waitFor(() => expect(said).toContain('press ctrl-c to stop.'), { timeout: 200_000 })
    page = await (await contextOf(browser)).newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(/Server address: (\S+)/.exec(said)?.[1] ?? '')
  })

  afterAll(async () => {
    await browser?.close()
    if (server !== undefined && server.exitCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve))
      server.kill('SIGINT')
      await ended
    }
  })

  test('follows a post', async () => {
    await shows('#post', 'body one')
    write('_posts/2024-01-02-hello.md', '---\ntitle: Hello\n---\nbody two\n')
    await shows('#post', 'body two')
  })

  test('follows a layout', async () => {
    write('_layouts/default.html', layout('layout two'))
    await shows('#layout', 'layout two')
    await shows('#post', 'body two')
  })

  test('changes colour with the style sheet, without a reload', async () => {
    await page.waitForLoadState('load')
    await page.evaluate('window.kept = "still here"')
    write('style.css', '---\n---\nbody { color: rgb(200, 2, 3) }\n')
    const red = 'getComputedStyle(document.body).color === "rgb(200, 2, 3)"'
    await page.waitForFunction(red)
    expect(await page.evaluate('window.kept')).toBe('still here')
  })

  test('shows the diagnostic of a broken page, and comes back once it is fixed', async () => {
    const good = FILES['index.html'] ?? ''
    write('index.html', `${good}{% bogus %}\n`)
    await shows('h1', 'The build failed')
    await shows('h2', "Unknown tag 'bogus' in index.html")
    await shows('pre', '{% bogus %}')
    write('index.html', good)
    await shows('#post', 'body two')
    expect(await page.title()).toBe('Followed')
  })

  test('logs no error but the failed page itself', () => {
    expect(complaints.filter((text) => !/status of 500/.test(text))).toEqual([])
  })
})
