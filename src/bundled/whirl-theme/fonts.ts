/** Which parts of the theme's typefaces a page has characters of, so that its head can ask for them at once. */
import ranges from './font-ranges.json' with { type: 'json' }
import { tagAt } from './tag.ts'

/** The `unicode-range` of a part; '' for none of them. */
export function fontRange(part: string): string {
  return Object.hasOwn(ranges, part) ? ranges[part as keyof typeof ranges] : ''
}

const SANS = 'fira-sans-400-normal'
const BOLD = 'fira-sans-600-normal'
const ITALIC = 'fira-sans-400-italic'
const MONO = 'fira-mono-400-normal'

/** Elements that are set in another face than what stands around them. */
const FACES: ReadonlyMap<string, string> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'b', 'th', 'dt'].map((name) => [name, BOLD] as const),
  ...['em', 'i', 'cite', 'dfn', 'var'].map((name) => [name, ITALIC] as const),
  ...['code', 'kbd', 'samp', 'pre', 'time'].map((name) => [name, MONO] as const),
])
const CLOSED: ReadonlySet<string> = new Set(['script', 'style', 'svg', 'template', 'textarea'])

/** What the frame of every page is set in. */
const ALWAYS = [`${SANS}-core`, `${BOLD}-core`, `${MONO}-core`]

/**
 * Names of files, without their ending. `title` is the site's, which every page shows. One pass over `html`; an element
 * in another is set in its own face, as long as it is open.
 */
export function fontsFor(html: string, title: string): readonly string[] {
  const found = new Set(ALWAYS)
  addParts(title, BOLD, found)
  const open: string[] = []
  let face = SANS
  let from = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    addParts(html.slice(from, at), face, found)
    from = at + 1
    if (html.charCodeAt(at + 1) === SLASH) {
      if (FACES.has(nameAt(html, at + 2))) {
        open.pop()
        face = open.at(-1) ?? SANS
      }
      from = behind(html, '>', at)
    } else {
      const tag = tagAt(html, at)
      if (tag !== undefined) {
        from = CLOSED.has(tag.name) ? behind(html, `</${tag.name}`, tag.end) : tag.end
        const own = FACES.get(tag.name)
        if (own !== undefined) {
          open.push(own)
          face = own
          found.add(`${own}-core`)
        }
      }
    }
    at = html.indexOf('<', from)
  }
  addParts(html.slice(from), face, found)
  return [...found].sort(byPart)
}

const SLASH = 47
const NAME = /[a-z][a-z0-9]*/iy

function nameAt(html: string, at: number): string {
  NAME.lastIndex = at
  return NAME.exec(html)?.[0].toLowerCase() ?? ''
}

function behind(html: string, mark: string, at: number): number {
  const found = html.indexOf(mark, at)
  return found < 0 ? html.length : found + mark.length
}

const BEYOND = /[^\0-\x7f]/

function addParts(text: string, face: string, found: Set<string>): void {
  if (!BEYOND.test(text)) return
  for (const char of text) {
    const code = char.codePointAt(0) as number
    if (code < 0x80) continue
    for (const part of ['more', 'ext'] as const) if (isIn(code, part)) found.add(`${face}-${part}`)
  }
}

/** The parts that only some pages need. */
const LATER = { more: numbersIn(ranges.more), ext: numbersIn(ranges.ext) } as const

function isIn(code: number, part: keyof typeof LATER): boolean {
  return LATER[part].some(([first, last]) => code >= first && code <= last)
}

/** `U+20-7E,U+A0` as numbers. */
function numbersIn(range: string): readonly (readonly [number, number])[] {
  return range.split(',').map((piece) => {
    const [first = '', last = first] = piece.slice('U+'.length).split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })
}

/** What the page begins with first: plain text, then the rest. */
function byPart(a: string, b: string): number {
  return ORDER.indexOf(a.slice(0, a.lastIndexOf('-'))) - ORDER.indexOf(b.slice(0, b.lastIndexOf('-')))
}

const ORDER = [SANS, BOLD, MONO, ITALIC]
