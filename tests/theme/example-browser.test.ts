/** examples/blog in a real Chromium: formulas, figures, galleries, citations, languages. */
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageFaults } from '../../tools/browser/page-faults.mjs'
import { type StrictServer, serveStrictly, WITH_SEARCH } from '../../tools/browser/strict-server.mjs'
import { writeThemeFonts } from '../../tools/theme-fonts.mjs'
import { runIn } from '../cli/host.ts'
import { makeSite, type SiteFolder } from '../site-maker.ts'
import { CHROMIUM, contextOf, withoutChromium } from './chromium.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const QUEUE = '/2025/06/how-long-is-the-queue/'
const FLOOD = '/2025/09/a-syn-flood-drawn/'
const RICH = [QUEUE, FLOOD, '/ar/2025/06/kam-yatul-al-tabur/', '/de/2025/06/wie-lang-ist-die-warteschlange/']

async function build(site: SiteFolder, source: string, config: string): Promise<void> {
  const words = ['build', '--quiet', '--disable-disk-cache', '--drafts', '--future', '--source', source]
  const { code, err } = await runIn(ROOT, [...words, '--config', config, '--destination', site.at('out')], {
    SOURCE_DATE_EPOCH: '1767323045',
  })
  if (code !== 0 || err !== '') throw new Error(err)
}

describe.skipIf(withoutChromium())('the example in Chromium', () => {
  let blog: SiteFolder
  let server: StrictServer
  let browser: Browser

  beforeAll(async () => {
    await writeThemeFonts(path.join(ROOT, 'themes/whirl/assets/fonts'))
    // Without the pictures of posts' titles, which take seconds and stand on no page.
    blog = makeSite({ 'plugins.yml': 'plugins: [search]\n' })
    await build(blog, 'examples/blog', `examples/blog/_config.yml,${blog.at('plugins.yml')}`)
    server = await serveStrictly(blog.at('out'), WITH_SEARCH)
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] })
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    blog?.remove('.')
  })

  test('axe-core finds nothing where there are formulas, figures, galleries and other languages, nothing is wider than the window, and the console stays empty', async () => {
    const found: string[] = []
    const context = await contextOf(browser)
    for (const address of RICH) {
      const page = await context.newPage()
      page.on('console', (message) => found.push(`${address}: ${message.text()}`))
      await page.goto(server.origin + address, { waitUntil: 'load' })
      found.push(...(await pageFaults(page, address)))
      await page.close()
    }
    expect(found).toEqual([])
    await context.close()
  }, 600_000)

  test('each stop of the keyboard on a post is seen, and they come in the order of the page', async () => {
    for (const address of [QUEUE, FLOOD]) {
      const context = await contextOf(browser, { viewport: { width: 1280, height: 800 } })
      const page = await context.newPage()
      await page.goto(server.origin + address, { waitUntil: 'load' })
      const wanted = (await page.evaluate(
        `[...document.querySelectorAll('a[href], button, input:not([disabled]), textarea, summary, [tabindex="0"]')]
          .filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
          .map((element, index) => { element.dataset.reach = index; return element.outerHTML.slice(0, 100) })`,
      )) as readonly string[]
      const order: number[] = []
      const unseen: string[] = []
      for (let i = 0; i < wanted.length + 10; i++) {
        await page.keyboard.press('Tab')
        const at = (await page.evaluate(`(() => {
          const element = document.activeElement
          if (element === null || element === document.body) return null
          const { outlineStyle, outlineWidth } = getComputedStyle(element)
          const { top, bottom } = element.getBoundingClientRect()
          const isThere = bottom > 0 && top < innerHeight
          return { index: Number(element.dataset.reach), html: element.outerHTML.slice(0, 100), isSeen: isThere && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 }
        })()`)) as { index: number; html: string; isSeen: boolean } | null
        if (at === null) break
        order.push(at.index)
        if (!at.isSeen) unseen.push(at.html)
      }
      expect([address, unseen]).toEqual([address, []])
      expect(order.filter(Number.isFinite)).toEqual(order.filter(Number.isFinite).toSorted((a, b) => a - b))
      expect(wanted.filter((_, index) => !order.includes(index))).toEqual([])
      await context.close()
    }
  }, 300_000)

  test('a picture of its own for dark colours has no paper, one without has', async () => {
    const context = await contextOf(browser, { colorScheme: 'dark' })
    const page = await context.newPage()
    const ground = async (address: string, image: string): Promise<unknown> => {
      await page.goto(server.origin + address)
      return page.evaluate(
        `getComputedStyle(document.querySelector('main img[src$="${image}"]')).backgroundColor`,
      )
    }
    expect(await ground(QUEUE, 'wait.svg')).toBe('rgba(0, 0, 0, 0)')
    expect(await ground('/2025/03/ring-buffers-and-back-pressure/', 'ring.svg')).toBe('rgb(212, 215, 226)')
    await context.close()
  })

  test('on a phone the caption of a wide table is in sight, and the tools are beside the title', async () => {
    const context = await contextOf(browser, { viewport: { width: 320, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${server.origin}${QUEUE}`)
    const right = await page.evaluate(`(() => {
      const range = document.createRange()
      range.selectNodeContents(document.querySelector('#tbl-waits caption'))
      return range.getBoundingClientRect().right
    })()`)
    expect(right).toBeLessThanOrEqual(320)
    for (const address of ['/', '/de/', '/ar/']) {
      await page.goto(server.origin + address)
      const [title, tools] = await page
        .locator('.site-title, .tools')
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()))
      expect([address, tools!.top < title!.bottom]).toEqual([address, true])
    }
    await context.close()
  })

  test('on paper figures stand without the words that replace them', async () => {
    const context = await contextOf(browser)
    const page = await context.newPage()
    await page.goto(`${server.origin}${FLOOD}`)
    const words = page.locator('.figure-words').first()
    expect(await words.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await words.isVisible()).toBe(false)
    await context.close()
  })
})
