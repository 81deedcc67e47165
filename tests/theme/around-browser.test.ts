/** A blog in three languages with all that may stand around a post, in a real Chromium. */
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageFaults } from '../../tools/browser/page-faults.mjs'
import { type StrictServer, serveStrictly, WITH_SEARCH } from '../../tools/browser/strict-server.mjs'
import { writeThemeFonts } from '../../tools/theme-fonts.mjs'
import { runIn } from '../cli/host.ts'
import { makeSite, type SiteFolder } from '../site-maker.ts'
import { CHROMIUM, contextOf, withoutChromium } from './chromium.ts'

const FONTS = path.resolve(import.meta.dirname, '../../themes/whirl/assets/fonts')

const post = (title: string, text: string, more = ''): string =>
  `---\ntitle: ${title}\ncategories: [net]\ntags: [tcp]\n${more}---\n${text}\n\n## The first part\n\n${text}\n\n## The window of quaggas\n\nA quagga waits. ${text}\n\n## The end\n\n${text}\n`
const FILES: Readonly<Record<string, string>> = {
  '_config.yml': `title: Line Rate
tagline: Notes on moving packets
description: A notebook.
url: https://notes.example
timezone: UTC
permalink: /:year/:month/:title/
theme: whirl
plugins: [search]
default_lang: en
languages:
  en: {}
  de: { title: Leitungstempo, tagline: Notizen über schnelle Pakete }
  ar: { title: سرعة الخط, tagline: ملاحظات عن نقل الحزم }
author: { name: Ada Quell, profiles: { github: ada } }
whirl:
  menu:
    - { title: { en: Archive, de: Archiv, ar: الأرشيف }, url: /archive/ }
    - title: { en: More, de: Mehr, ar: المزيد }
      items:
        - { title: TCP, url: /tags/tcp/ }
        - { title: { en: About, de: Über mich, ar: عني }, url: /about/ }
  edit: https://git.example/edit/main/:path
  related: 3
  lists: { authors: /authors/ }
  share: [mastodon, email]
  newsletter: { action: "https://mail.example/s" }
  offline: true
defaults:
  - { scope: { type: posts }, values: { layout: post } }
`,
  'index.md': '---\nlayout: home\n---\n',
  'about.md': '---\nlayout: page\ntitle: About\npermalink: /about/\n---\nI am Ada.\n',
  '_posts/2024-01-02-how-tcp-waits.md': post(
    'How TCP waits',
    'A sender waits for an acknowledgement.',
    'ref: tcp\n',
  ),
  '_posts/2024-01-05-windows.md': post(
    'Windows',
    'A sender counts each acknowledgement it gets.',
    'pin: true\n',
  ),
  '_posts/de/2024-01-03-wie-tcp-wartet.md': post(
    'Wie TCP wartet',
    'TCP wartet auf eine Bestätigung.',
    'ref: tcp\n',
  ),
  '_posts/ar/2024-01-04-tcp.md': post(
    'كيف ينتظر TCP',
    'ينتظر المرسل الإقرار قبل أن يرسل المزيد.',
    'ref: tcp\n',
  ),
  '_drafts/later.md': post('Later', 'Not yet.', 'date: 2024-01-06\n'),
}
const PAGES = [
  '/',
  '/de/',
  '/ar/',
  '/2024/01/how-tcp-waits/',
  '/de/2024/01/wie-tcp-wartet/',
  '/ar/2024/01/tcp/',
  '/2024/01/later/',
  '/ar/archive/',
  '/authors/',
  '/authors/ada-quell/',
  '/offline/',
]

describe.skipIf(withoutChromium())('around a post, in Chromium', () => {
  let site: SiteFolder
  let server: StrictServer
  let browser: Browser
  const urls: string[] = []

  beforeAll(async () => {
    await writeThemeFonts(FONTS)
    site = makeSite(FILES)
    const { code, err } = await runIn(site.root, ['build', '--drafts'], { SOURCE_DATE_EPOCH: '1750000000' })
    if (code !== 0 || err !== '') throw new Error(err)
    for (const name of site.list()) {
      const url = /^_site(\/.*)index\.html$/.exec(name)?.[1]
      if (url !== undefined) urls.push(url)
    }
    server = await serveStrictly(site.at('_site'), WITH_SEARCH)
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    site?.remove('.')
  })

  test('axe-core finds nothing with the languages open, in light and dark, 320 and 1280 pixels wide, nothing is wider than the window, and the console stays empty', async () => {
    const found: string[] = []
    for (const address of PAGES) {
      expect(urls).toContain(address)
      const context = await contextOf(browser)
      const page = await context.newPage()
      page.on('console', (message) => found.push(`${address}: ${message.text()}`))
      await page.goto(server.origin + address, { waitUntil: 'load' })
      await page.locator('.languages summary').click()
      found.push(...(await pageFaults(page, address)))
      await context.close()
    }
    expect(found).toEqual([])
  })

  test('without a script the list of languages leads to the translation', async () => {
    const context = await contextOf(browser, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${server.origin}/2024/01/how-tcp-waits/`)
    await page.locator('.languages summary').click()
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await page.waitForURL('**/de/2024/01/wie-tcp-wartet/')
    expect(await page.getByRole('link', { name: 'Diese Seite bearbeiten' }).isVisible()).toBe(true)
    await context.close()
  })

  test('the search of a language finds its pages, and names the sections with the words', async () => {
    const context = await contextOf(browser)
    const page = await context.newPage()
    const find = async (address: string, words: string): Promise<readonly string[]> => {
      await page.goto(`${server.origin}${address}?q=${encodeURIComponent(words)}`)
      await page.locator('.results a, .status:not(:empty)').first().waitFor()
      return page.locator('.results .item-title a').allTextContents()
    }
    expect(await find('/de/search/', 'Bestätigung')).toEqual(['Wie TCP wartet'])
    expect((await find('/search/', 'quagga')).toSorted()).toEqual(['How TCP waits', 'Later', 'Windows'])
    const sections = await page
      .locator('.result-sections a')
      .evaluateAll((links) =>
        links.map((link) => [link.textContent, link.getAttribute('href')?.split('#')[1]]),
      )
    expect(sections[0]).toEqual(['The window of quaggas', 'the-window-of-quaggas'])
    expect(await page.locator('.results .kicker').first().textContent()).toMatch(/ January 2024net$/)
    await context.close()
  })

  test('what was read can be read without a connection, and else the page for that is shown', async () => {
    const own = await serveStrictly(site.at('_site'))
    const context = await contextOf(browser)
    const page = await context.newPage()
    await page.goto(`${own.origin}/about/`, { waitUntil: 'load' })
    await page.evaluate('navigator.serviceWorker.ready.then(() => null)')
    await page.waitForFunction('navigator.serviceWorker.controller !== null')
    await page.goto(`${own.origin}/about/`, { waitUntil: 'networkidle' })
    await page.waitForFunction("caches.match('/about/').then((kept) => kept !== undefined)")
    await own.close()
    await page.goto(`${own.origin}/about/`)
    expect(await page.getByRole('heading', { name: 'About' }).isVisible()).toBe(true)
    await page.goto(`${own.origin}/archive/`)
    expect(await page.locator('h1').allTextContents()).toEqual(['No connection'])
    await context.close()
  })

  /** What moved on a page, as it came from `from`. */
  async function movedOn(from: StrictServer, address: string, width: number): Promise<unknown> {
    const context = await contextOf(browser, { viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.addInitScript(`globalThis.moved = []
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) globalThis.moved.push(...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120) ?? 'text'))
}).observe({ type: 'layout-shift', buffered: true })`)
    await page.goto(from.origin + address, { waitUntil: 'networkidle' })
    const moved = await page.evaluate('moved')
    await context.close()
    return moved
  }

  test('nothing moves while a post loads', async () => {
    for (const address of ['/2024/01/how-tcp-waits/', '/ar/2024/01/tcp/'])
      expect([address, await movedOn(server, address, 1280)]).toEqual([address, []])
  })

  test('nothing moves where a page comes in pieces and its typefaces late', async () => {
    for (const [pieces, late] of [
      [400, 0],
      [0, 60],
      [0, 2000],
    ] as const) {
      const slow = await serveStrictly(site.at('_site'), WITH_SEARCH, {
        pieces,
        delay: (name) => (name.endsWith('.woff2') ? late : 0),
      })
      // All at once: each waits for most of its time.
      const views = ['/de/2024/01/wie-tcp-wartet/', '/ar/2024/01/tcp/'].flatMap((address) =>
        [320, 1280].map((width) => ({ address, width })),
      )
      const moved = await Promise.all(views.map(({ address, width }) => movedOn(slow, address, width)))
      expect(views.map((view, at) => ({ ...view, pieces, late, moved: moved[at] }))).toEqual(
        views.map((view) => ({ ...view, pieces, late, moved: [] })),
      )
      await slow.close()
    }
  })

  test('one stop of the keyboard leads to the text', async () => {
    for (const address of ['/', '/2024/01/how-tcp-waits/', '/ar/2024/01/tcp/']) {
      const context = await contextOf(browser)
      const page = await context.newPage()
      await page.goto(server.origin + address)
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.getBoundingClientRect().top >= 0')).toBe(true)
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement.id')).toBe('whirl:main')
      await context.close()
    }
  })

  const focused = (page: Page): Promise<unknown> => page.evaluate('document.activeElement.textContent')

  for (const javaScriptEnabled of [true, false])
    test(`a menu in the menu is gone through by the keyboard, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      for (const [address, name, width] of [
        ['/', 'More', 1280],
        ['/ar/', 'المزيد', 1280],
        ['/ar/', 'المزيد', 320],
        ['/de/', 'Mehr', 320],
      ] as const) {
        const context = await contextOf(browser, { javaScriptEnabled, viewport: { width, height: 800 } })
        const page = await context.newPage()
        await page.goto(server.origin + address)
        const title = page.locator('.menu summary', { hasText: name })
        const link = page.locator('.menu details a').first()
        await title.focus()
        expect(await link.isVisible()).toBe(false)
        await page.keyboard.press('Enter')
        expect(await link.isVisible()).toBe(true)
        const { x, width: wide } = (await link.boundingBox())!
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + wide).toBeLessThanOrEqual(width)
        await page.keyboard.press('Tab')
        expect(await focused(page)).toBe(await link.textContent())
        if (javaScriptEnabled) {
          await page.keyboard.press('Escape')
          expect(await link.isVisible()).toBe(false)
          expect(await focused(page)).toBe(name)
          await page.keyboard.press('Enter')
        }
        await page.locator('.menu details a').last().press('Enter')
        await page.waitForURL('**/about/')
        await context.close()
      }
    })
})
