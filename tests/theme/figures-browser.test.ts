/** Figures of every kind in a real Chromium, under `default-src 'self'`. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figureKinds } from '../../src/figures/index.ts'
import { type StrictServer, serveStrictly } from '../../tools/browser/strict-server.mjs'
import { type Blog, buildBlog } from './blog.ts'
import { CHROMIUM, contextOf, withoutChromium } from './chromium.ts'

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const [, EXAMPLES] = /^## Examples\n(.*?)^## /ms.exec(fs.readFileSync('docs/figures.md', 'utf8'))!
const FRONT = '---\nlayout: page\ntitle: Figures\npermalink: /figures/\n---\n'
const PACKET = '\n```packet\n8 A\n```\n'

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

describe.skipIf(withoutChromium())('figures in Chromium', () => {
  let blog: Blog
  let server: StrictServer
  let browser: Browser

  beforeAll(async () => {
    blog = await buildBlog({ 'figures.md': `${FRONT}${EXAMPLES!}` })
    server = await serveStrictly(blog.root)
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    blog?.remove()
  })

  /** Opens the page of figures, what goes wrong there being noted in `complaints`. */
  async function open(options: BrowserContextOptions, complaints: string[] = []): Promise<Page> {
    const context = await contextOf(browser, options)
    const page = await context.newPage()
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${server.origin}/figures/`, { waitUntil: 'load' })
    return page
  }

  test('there is a figure of every kind, and none is faulty', () => {
    const html = blog.read('figures/index.html')
    for (const { name } of figureKinds()) expect(html).toContain(`<figure class="figure figure-${name}">`)
    expect(html).not.toContain('figure-faults')
  })

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [320, 1280])
      test(`axe-core finds nothing, ${colorScheme}, ${width} pixels wide`, async () => {
        const found: string[] = []
        const page = await open({ colorScheme, viewport: { width, height: 800 } }, found)
        // Tables of words are looked at too, and what the steps show.
        await page.evaluate('for (const words of document.querySelectorAll("details")) words.open = true')
        await page.getByRole('button', { name: 'Next step' }).click()
        await page.evaluate(AXE)
        const { violations } = (await page.evaluate(
          'axe.run(document, { resultTypes: ["violations"] })',
        )) as AxeResult
        for (const { id, nodes } of violations)
          found.push(`${id}: ${nodes.map(({ html }) => html.slice(0, 300)).join(' ')}`)
        const spare = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        if (spare !== 0) found.push(`${String(spare)} pixels wider than the window`)
        await page.context().close()
        expect(found).toEqual([])
      })

  test('the steps of a program are gone through with buttons and keys, each marked in its line', async () => {
    const complaints: string[] = []
    const page = await open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' }, complaints)
    const walk = page.locator('.figure-walk')
    expect(await walk.getAttribute('aria-label')).toBe('Drop what is no IPv4')
    const told = walk.locator('output')
    const marked = (): Promise<unknown> =>
      page.evaluate(`(() => {
        const { top, bottom } = document.querySelector('.figure-here').getBoundingClientRect()
        const row = document.querySelector('[aria-current="step"]')
        const text = row.cells[2].textContent.split(' ')[0]
        const lines = [...document.querySelectorAll('.figure-bpf svg text')].filter((each) => {
          const at = each.getBoundingClientRect()
          return at.top >= top - 1 && at.bottom <= bottom + 1
        })
        return [row.cells[0].textContent, lines.some((each) => each.textContent.startsWith(text)), top >= 0 && bottom <= innerHeight]
      })()`)
    expect(await told.innerText()).toBe('')
    await walk.getByRole('button', { name: 'Next step' }).click()
    expect(await told.innerText()).toMatch(/^Step 1 of 10\s+r0 = 2\s+r0 = 2$/)
    expect(await marked()).toEqual(['1', true, true])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    expect(await marked()).toEqual(['2', true, true])
    await page.keyboard.press('End')
    expect(await told.innerText()).toMatch(/^Step 10 of 10\s+exit/)
    expect(await marked()).toEqual(['10', true, true])
    await page.keyboard.press('Enter')
    expect(await marked()).toEqual(['10', true, true])
    expect(await walk.getByRole('button', { name: 'Next step' }).getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('Home')
    expect(await marked()).toEqual(['1', true, true])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('without scripts the steps are a table, and nothing else', async () => {
    const page = await open({ javaScriptEnabled: false })
    expect(await page.locator('.figure-walk').count()).toBe(0)
    await page.locator('.figure-bpf summary').click()
    expect(await page.locator('.figure-bpf tbody tr').count()).toBe(10)
    await page.context().close()
  })

  test('forced colours leave every line and word to be seen', async () => {
    const page = await open({ forcedColors: 'active', viewport: { width: 1280, height: 800 } })
    const colours = (await page.evaluate(`(() => {
      const ground = getComputedStyle(document.body).backgroundColor
      const hidden = []
      for (const shape of document.querySelectorAll('.whirl-figure :is(text, rect, path, ellipse)')) {
        // The step that is gone to, and the faint lines behind a timeline, whose axis has their places too.
        if (shape.classList.contains('figure-here') || shape.closest('[stroke^="var(--whirl-raised"]')) continue
        const { fill, stroke } = getComputedStyle(shape)
        const isSeen = [fill, stroke].some((paint) => paint !== 'none' && paint !== ground)
        if (shape.localName === 'text' ? fill === ground : !isSeen && shape.localName !== 'rect')
          hidden.push(shape.outerHTML.slice(0, 80))
      }
      return { ground, hidden }
    })()`)) as { readonly ground: string; readonly hidden: readonly string[] }
    expect(colours.hidden).toEqual([])
    await page.context().close()
  })
})

test('a page without steps to go through loads no script for them', async () => {
  const blog = await buildBlog({ 'figures.md': `${FRONT}${PACKET}` })
  expect(blog.read('figures/index.html')).not.toContain('steps.js')
  expect(fs.existsSync(`${blog.root}/assets/figures`)).toBe(false)
  blog.remove()
})
