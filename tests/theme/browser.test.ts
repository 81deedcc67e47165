/** The theme in a real Chromium, under `default-src 'self'`: what the issue of its making promises readers. */
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageFaults } from '../../tools/browser/page-faults.mjs'
import { type StrictServer, serveStrictly, WITH_SEARCH } from '../../tools/browser/strict-server.mjs'
import { writeThemeFonts } from '../../tools/theme-fonts.mjs'
import { type Blog, buildBlog, PAGES } from './blog.ts'
import { CHROMIUM, contextOf, withoutChromium } from './chromium.ts'

const FONTS = path.resolve(import.meta.dirname, '../../themes/whirl/assets/fonts')

/** Marks what the keyboard should reach, and answers it. */
const REACHABLE = `[...document.querySelectorAll('a[href], button, input, textarea, [tabindex="0"]')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .map((element, index) => {
    element.dataset.reach = index
    return element.outerHTML.slice(0, 120)
  })`

interface Focused {
  readonly index: string
  readonly visible: boolean
  readonly html: string
}

/** The element that has the focus, and whether one sees that it has. */
const FOCUSED = `(() => {
  const element = document.activeElement
  if (element === null || element === document.body) return null
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  return {
    index: element.dataset.reach ?? '',
    visible: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    html: element.outerHTML.slice(0, 120),
  }
})()`

const COUNT_MOVES = `globalThis.moved = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) globalThis.moved += entry.value
}).observe({ type: 'layout-shift', buffered: true })`

const NOTE_FIRST_SCHEME = `new MutationObserver((_records, observer) => {
  if (document.body === null) return
  observer.disconnect()
  globalThis.firstScheme = document.documentElement.dataset.scheme
}).observe(document, { childList: true, subtree: true })`

describe.skipIf(withoutChromium())('the theme in Chromium', () => {
  let blog: Blog
  let server: StrictServer
  let browser: Browser

  beforeAll(async () => {
    await writeThemeFonts(FONTS)
    blog = await buildBlog()
    server = await serveStrictly(blog.root)
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    blog?.remove()
  })

  /** Opens `address`, what goes wrong there being noted in `complaints`. */
  async function open(
    address: string,
    options: BrowserContextOptions,
    complaints: string[] = [],
  ): Promise<{ page: Page; close: () => Promise<void> }> {
    const context = await contextOf(browser, options)
    const page = await context.newPage()
    page.on('console', (message) => complaints.push(`${address}: ${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(`${address}: ${error.message}`))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) complaints.push(`${address} asks for ${request.url()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`)
    })
    await page.goto(server.origin + address, { waitUntil: 'load' })
    return { page, close: () => context.close() }
  }

  test('axe-core finds nothing in light and dark, 320 and 1280 pixels wide, nothing is wider than the window, and the console stays empty', async () => {
    const found: string[] = []
    for (const address of Object.values(PAGES)) {
      const { page, close } = await open(address, {}, found)
      found.push(...(await pageFaults(page, address)))
      await close()
    }
    expect(found).toEqual([])
  })

  test('every link, button and field is reached by the keyboard alone, and seen there', async () => {
    const found: string[] = []
    for (const [kind, address] of Object.entries(PAGES)) {
      const { page, close } = await open(address, { viewport: { width: 1280, height: 800 } })
      const wanted = (await page.evaluate(REACHABLE)) as readonly string[]
      const reached = new Set<string>()
      for (let i = 0; i < wanted.length + 20; i++) {
        await page.keyboard.press('Tab')
        const at = (await page.evaluate(FOCUSED)) as Focused | null
        if (at === null) break
        reached.add(at.index)
        if (!at.visible) found.push(`${kind}: no focus to be seen on ${at.html}`)
      }
      wanted.forEach((html, index) => {
        if (!reached.has(String(index))) found.push(`${kind}: not reached: ${html}`)
      })
      await close()
    }
    expect(found).toEqual([])
  })

  test('without JavaScript all texts are there and all links lead somewhere', async () => {
    const complaints: string[] = []
    const links = new Set<string>()
    for (const address of Object.values(PAGES)) {
      const { page, close } = await open(address, { javaScriptEnabled: false }, complaints)
      for (const link of await page.locator('a[href]').all()) {
        const href = new URL((await link.getAttribute('href')) ?? '', server.origin + address)
        if (href.origin === server.origin) links.add(href.pathname)
      }
      await close()
    }
    const { page, close } = await open('/2023/06/a-long-post/', { javaScriptEnabled: false }, complaints)
    for (const text of ['pelagic quokka', 'On this page', 'Or four, with', 'return XDP_PASS', 'CC BY 4.0'])
      expect(await page.getByText(text).first().isVisible(), text).toBe(true)
    expect(await page.locator('.scheme, .toc-button, .copy').filter({ visible: true }).count()).toBe(0)
    await page.locator('.toc').getByText('What it costs').click()
    expect(page.url()).toMatch(/#what-it-costs$/)
    await close()
    for (const link of links) {
      const response = await fetch(server.origin + link)
      if (response.status !== 200) complaints.push(`${link}: ${response.status}`)
    }
    expect(complaints).toEqual([])
    expect(links.size).toBeGreaterThan(15)
  })

  test('nothing moves while a post loads and while it is read, and its first view is small', async () => {
    for (const width of [390, 1280]) {
      const context = await contextOf(browser, { viewport: { width, height: 800 } })
      const page = await context.newPage()
      await page.addInitScript(COUNT_MOVES)
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      let bytes = 0
      session.on('Network.loadingFinished', (event) => {
        bytes += event.encodedDataLength
      })
      await page.goto(`${server.origin}/2023/06/a-long-post/`, { waitUntil: 'networkidle' })
      expect(bytes).toBeGreaterThan(20_000)
      expect(bytes).toBeLessThan(100_000)
      const height = (await page.evaluate('document.documentElement.scrollHeight')) as number
      for (let y = 0; y < height; y += 600) {
        await page.mouse.wheel(0, 600)
        await page.waitForTimeout(30)
      }
      expect(await page.evaluate('moved')).toBe(0)
      await context.close()
    }
  })

  test('the scheme that was chosen is there before anything is drawn', async () => {
    const context = await contextOf(browser, { colorScheme: 'light' })
    const page = await context.newPage()
    await page.addInitScript(NOTE_FIRST_SCHEME)
    await page.goto(server.origin)
    const ground = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const light = await ground()
    await page.getByRole('button', { name: 'Dark colours' }).click()
    const dark = await ground()
    expect(dark).not.toBe(light)
    await page.goto(`${server.origin}/archive/`)
    expect(await page.evaluate('firstScheme')).toBe('dark')
    expect(await ground()).toBe(dark)
    expect(await page.getByRole('button', { name: 'Dark colours' }).getAttribute('aria-pressed')).toBe('true')
    await context.close()
  })

  test('copying takes code as it is to be used: of a session what was typed, nothing that was removed', async () => {
    const { page, close } = await open('/2023/06/a-long-post/', {
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1280, height: 800 },
    })
    const copied = (): Promise<unknown> => page.evaluate('navigator.clipboard.readText()')
    await page.locator('.code').nth(0).hover()
    await page.locator('.code').nth(0).getByRole('button', { name: 'Copy' }).click()
    expect(await copied()).toContain('and ends here */\n')
    expect(await copied()).not.toContain('XDP_PASS')
    await page.locator('.code').nth(1).hover()
    await page.locator('.code').nth(1).getByRole('button', { name: 'Copy' }).click()
    expect(await copied()).toBe('ip link set dev eth0 xdp obj count.o\nbpftool prog show')
    await page.locator('.attribution-reuse > summary').click()
    await page.locator('.attribution-line button').first().click()
    expect(await copied()).toContain('Ada Quell (Acme Networks)')
    await close()
  })

  test('a footnote opens beside its number and closes with Escape; the contents follow the reading', async () => {
    const { page, close } = await open('/2023/06/a-long-post/', { viewport: { width: 1280, height: 800 } })
    const mark = page.getByRole('button', { name: 'Footnote' })
    await mark.focus()
    await page.keyboard.press('Enter')
    const note = page.getByRole('note').filter({ hasText: 'Or four' })
    expect(await note.isVisible()).toBe(true)
    // Browsers tell that it opened and closed a little later.
    await expect.poll(() => mark.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await note.isVisible()).toBe(false)
    await expect.poll(() => mark.getAttribute('aria-expanded')).toBe('false')
    await page.locator('#what-it-costs').scrollIntoViewIfNeeded()
    await page.evaluate("document.querySelector('#what-it-costs').scrollIntoView()")
    await page.locator('.toc a[aria-current]', { hasText: 'What it costs' }).waitFor()
    await close()
  })

  test('the search finds a phrase', async () => {
    const open = await serveStrictly(blog.root, WITH_SEARCH)
    const context = await contextOf(browser)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(`${open.origin}/`)
    await page.keyboard.press('/')
    await page.waitForURL('**/search/#whirl:query')
    await page.keyboard.type('"pelagic quokka"')
    await page.locator('.results a').first().waitFor()
    expect(await page.locator('.results a').allTextContents()).toEqual([
      'What a program sees of a packet, and what it has to prove before it may look',
      'The smallest program',
    ])
    expect(await page.getByRole('status').textContent()).toBe('1 page')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/2023/06/a-long-post/')
    expect(complaints).toEqual([])
    await context.close()
    await open.close()
  })

  test('what pages and readers write is text in the search, not elements', async () => {
    const mark = '<img src=x onerror="globalThis.ran = 1">'
    const odd = await buildBlog({
      '_posts/2024-03-01-odd.md': `---\ntitle: 'Odd ${mark}'\n---\nA zyzzyva beside \`${mark}\` and zyzzyva again.\n`,
    })
    const own = await serveStrictly(odd.root, WITH_SEARCH)
    const context = await contextOf(browser, { bypassCSP: true })
    const page = await context.newPage()
    await page.goto(`${own.origin}/search/#whirl:query`)
    await page.keyboard.type(`zyzzyva ${mark}`)
    await page.locator('.search .results, .results').first().waitFor()
    await page.locator('input[type="search"]').first().fill('zyzzyva')
    await page.locator('.results a').first().waitFor()
    expect(await page.locator('.results').first().textContent()).toContain('<img src=x')
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.evaluate('globalThis.ran')).toBeUndefined()
    await context.close()
    await own.close()
    odd.remove()
  })

  test('comments come when they are asked for, with what giscus needs', async () => {
    const { page, close } = await open('/2023/06/a-long-post/', { bypassCSP: true })
    await page.route('https://giscus.app/**', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
        body: '',
      }),
    )
    expect(await page.locator('script[src*="giscus"]').count()).toBe(0)
    await page.getByRole('button', { name: 'Show comments' }).click()
    const script = page.locator('script[src="https://giscus.app/client.js"]')
    expect(await script.getAttribute('data-repo')).toBe('ada/notes')
    expect(await script.getAttribute('data-mapping')).toBe('pathname')
    await close()
  })

  test('visits are counted only where the site asks for it and the reader has not said no', async () => {
    const counted = await buildBlog({
      'index.md': '---\nlayout: home\n---\n',
      '_includes/scripts.html':
        '<script defer src="/assets/whirl/analytics.js" data-script="/count.js" data-set-site="x"></script>',
    })
    const own = await serveStrictly(counted.root)
    const asks = async (answer: string): Promise<boolean> => {
      const context = await contextOf(browser)
      const page = await context.newPage()
      await page.addInitScript(`Object.defineProperty(navigator, 'doNotTrack', { value: ${answer} })`)
      await page.goto(own.origin, { waitUntil: 'networkidle' })
      const script = page.locator('script[src="/count.js"][data-site="x"]')
      const found = (await script.count()) > 0
      await context.close()
      return found
    }
    expect([await asks('null'), await asks('"1"')]).toEqual([true, false])
    await own.close()
    counted.remove()
  })
})
