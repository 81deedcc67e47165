import { beforeAll, describe, expect, test } from 'vitest'
import { type Value, zoneFor } from '../../src/base/index.ts'
import { buildTime, memoryOutput } from '../../src/builder/index.ts'
import { loadResvg, painter } from '../../src/bundled/social-cards/card-image.ts'
import { cardSvg } from '../../src/bundled/social-cards/card-svg.ts'
import { measureWith } from '../../src/bundled/social-cards/font-metrics.ts'
import { buildAndFinish } from '../../src/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'
import { cardFonts } from './card-fonts.ts'

const PALETTE = { background: '#000', text: '#fff', muted: '#aaa', accent: '#0af' }
const fonts = cardFonts()
const measure = measureWith([fonts['600'].bytes], [fonts['400'].bytes])
const content = { site: 'Notes', title: 'A title', byline: 'Ada', date: '1 May 2024', employer: 'Acme' }

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '')

async function build(files: Readonly<Record<string, string>>, config: Readonly<Record<string, Value>> = {}) {
  const tree = memoryTree(new Map(Object.entries(files)), '/site')
  const settings = new Map<Value, Value>(
    Object.entries({ title: 'Notes', plugins: ['social-cards'], disable_disk_cache: true, ...config }),
  )
  const options = { cwd: '/', zone: zoneFor('UTC') }
  const { config: made } = configFrom(settings, new Map<Value, Value>([['source', '/site']]), options)
  const output = memoryOutput()
  const result = await buildAndFinish({
    config: made,
    tree,
    time: buildTime('1800000000', zoneFor('UTC')),
    output,
  })
  return { output: output.contents, result }
}

describe('the drawing', () => {
  test('has the texts of the card, escaped', () => {
    const svg = cardSvg({ ...content, title: 'a <b> & "c"', employer: '<script>' }, PALETTE, measure)
    expect(texts(svg)).toEqual([
      'Notes',
      'a &lt;b&gt; &amp; &quot;c&quot;',
      'Ada',
      '1 May 2024',
      '&lt;script&gt;',
    ])
  })

  test('breaks a long title into lines that fit, in a smaller size', () => {
    const title =
      'What an XDP program can and cannot do before the packet ever reaches the network stack of the host'
    const svg = cardSvg({ ...content, title }, PALETTE, measure)
    const size = Number(/SemiBold" font-size="(\d+)"/.exec(svg)?.[1])
    const lines = texts(svg).slice(1, -3)
    expect(lines.join(' ')).toBe(title)
    for (const line of lines) expect(measure(line, size, true)).toBeLessThanOrEqual(1040)
  })

  test('cuts what fits in no size, with an ellipsis', () => {
    const svg = cardSvg({ ...content, title: 'word '.repeat(200) }, PALETTE, measure)
    const lines = texts(svg).slice(1, -3)
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toMatch(/word ?…$/)
  })

  test('breaks a word that is wider than the card', () => {
    const svg = cardSvg({ ...content, title: 'x'.repeat(60) }, PALETTE, measure)
    expect(texts(svg).slice(1, -3).join('')).toBe('x'.repeat(60))
  })

  test('draws titles in the half-bold face', async () => {
    const svg = cardSvg(content, PALETTE, measure)
    const Resvg = await loadResvg(undefined)
    const both = await painter(Resvg, [fonts['400'].path, fonts['600'].path])(svg)
    expect(both).not.toEqual(await painter(Resvg, [fonts['400'].path])(svg))
  })

  test('measures as the renderer draws', async () => {
    // A text drawn from the left edge to its measured width leaves the next pixels empty.
    const width = Math.ceil(measure('Hamburgefonstiv', 100, false))
    const svg = (view: number): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view} 0 40 120" width="40" height="120"><text x="0" y="100" font-family="Fira Sans" font-size="100">Hamburgefonstiv</text></svg>`
    const paint = painter(await loadResvg(undefined), [fonts['400'].path])
    expect(await paint(svg(width + 2))).toEqual(await paint(svg(5000)))
    expect(await paint(svg(width - 40))).not.toEqual(await paint(svg(5000)))
  })
})

describe('the plugin', () => {
  const post = '---\ntitle: Fast paths\nauthor: Ada\n---\ntext'
  let built: Awaited<ReturnType<typeof build>>
  beforeAll(async () => {
    built = await build({
      '_posts/2024-05-01-fast.md': post,
      '_posts/2024-05-02-none.md': '---\nsocial_card: false\n---\n',
      '_posts/2024-05-03-own.md': '---\nsocial_card: /own.png\n---\n',
      'page.html': '---\nsocial_card: true\n---\n',
      'other.html': '---\n---\n',
      'list.html': '---\n---\n{% for p in site.posts %}{{ p.social_card }},{% endfor %}',
    })
  })

  test('gives each post a path, and draws what it gave', () => {
    expect(built.output.get('list.html')).toBe('/own.png,false,/assets/cards/2024/05/01/fast.png,')
    const cards = [...built.output.keys()].filter((path) => path.endsWith('.png'))
    expect(cards).toEqual(['assets/cards/2024/05/01/fast.png', 'assets/cards/page.png'])
  })

  test('draws 1200 by 630 pixels', () => {
    const png = built.output.get('assets/cards/2024/05/01/fast.png') as Uint8Array
    const view = new DataView(png.buffer, png.byteOffset)
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630])
  })

  test('a broken logo or palette does not stop the build', async () => {
    const { result } = await build(
      { '_posts/2024-05-01-fast.md': post, 'logo.svg': '<svg' },
      { social_cards: new Map<Value, Value>([['palette', new Map<Value, Value>([['text', '"><x']])]]) },
    )
    expect(result.written).toContain('assets/cards/2024/05/01/fast.png')
  })
})
