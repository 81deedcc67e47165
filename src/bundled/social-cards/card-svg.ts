/** The drawing of a card. Its texts are broken into lines here, since SVG does not. */
import { escapeXmlAttribute } from '../../plugin-api.ts'
import type { Measure } from './font-metrics.ts'

export interface CardContent {
  readonly site: string
  readonly title: string
  readonly byline: string
  readonly date: string
  readonly employer: string
  readonly logo?: CardLogo
}

export interface CardLogo {
  /** a `data:` address */
  readonly href: string
  /** whether it was made for a light ground and needs a plate */
  readonly plate: boolean
  /** width divided by height */
  readonly ratio: number
}

/** Colours as CSS writes them. */
export interface CardPalette {
  readonly background: string
  readonly text: string
  readonly muted: string
  readonly accent: string
}

const WIDTH = 1200
const HEIGHT = 630
const MARGIN = 80
const INNER = WIDTH - 2 * MARGIN
/** sizes to try for a title, and how many lines fit in each */
const TITLES = [
  { size: 76, lines: 3 },
  { size: 64, lines: 4 },
  { size: 52, lines: 5 },
] as const
const LOGO_HEIGHT = 64

/** The card as an SVG document of 1200 × 630. */
export function cardSvg(content: CardContent, palette: CardPalette, measure: Measure): string {
  const { size, lines } = fitTitle(content.title, measure)
  const lineHeight = size * 1.18
  const middle = 305
  const first = middle - ((lines.length - 1) * lineHeight) / 2 + size * 0.36
  const parts = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${attribute(palette.background)}"/>`,
    `<rect width="${WIDTH}" height="12" fill="${attribute(palette.accent)}"/>`,
    text(MARGIN, 112, 34, 'normal', palette.accent, clip(content.site, 34, INNER, measure)),
    ...lines.map((line, i) => text(MARGIN, first + i * lineHeight, size, 'strong', palette.text, line)),
    ...foot(content, palette, measure),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${parts.join('')}</svg>`
}

/** Author and date on the left, the employer on the right. */
function foot(
  { byline, date, employer, logo }: CardContent,
  palette: CardPalette,
  measure: Measure,
): string[] {
  const base = HEIGHT - 72
  const logoWidth = logo === undefined ? 0 : Math.min(LOGO_HEIGHT * logo.ratio, 300)
  const shown = clip(employer, 32, INNER / 2 - logoWidth, measure)
  const nameWidth = measure(shown, 32, false)
  const gap = logo === undefined || shown === '' ? 0 : 24 + (logo.plate ? 20 : 0)
  const right = WIDTH - MARGIN - nameWidth
  const room = INNER - logoWidth - gap - nameWidth - 60
  const parts: string[] = []
  const two = byline !== '' && date !== ''
  if (byline !== '')
    parts.push(
      text(MARGIN, two ? base - 30 : base, 34, 'strong', palette.text, clip(byline, 34, room, measure)),
    )
  if (date !== '')
    parts.push(
      text(MARGIN, two ? base + 16 : base, 30, 'normal', palette.muted, clip(date, 30, room, measure)),
    )
  if (shown !== '') parts.push(text(right, base, 32, 'normal', palette.text, shown))
  if (logo === undefined) return parts
  const x = right - gap - logoWidth
  const y = base - LOGO_HEIGHT + 22
  if (logo.plate)
    parts.push(
      `<rect x="${x - 20}" y="${y - 16}" width="${logoWidth + 40}" height="${LOGO_HEIGHT + 32}" rx="12" fill="#fff"/>`,
    )
  parts.push(
    `<image x="${x}" y="${y}" width="${logoWidth}" height="${LOGO_HEIGHT}" preserveAspectRatio="xMidYMid meet" href="${logo.href}"/>`,
  )
  return parts
}

/** The largest size in which `title` fits; in the smallest the rest is cut, with an ellipsis. */
function fitTitle(title: string, measure: Measure): { size: number; lines: readonly string[] } {
  for (const { size, lines } of TITLES) {
    const broken = breakLines(title, size, measure)
    if (broken.length <= lines) return { size, lines: broken }
  }
  const { size, lines } = TITLES[2]
  const kept = breakLines(title, size, measure).slice(0, lines)
  const last = kept.pop() ?? ''
  return { size, lines: [...kept, clip(`${last} …`, size, INNER, measure, true)] }
}

/** `title` in lines no wider than the card; a word that is wider is broken between characters. */
function breakLines(title: string, size: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of title.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer, size, true) <= INNER) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const character of word) {
      if (line !== '' && measure(line + character, size, true) > INNER) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

/** As much of `words` as fits in `width`, with an ellipsis where something is cut. */
function clip(words: string, size: number, width: number, measure: Measure, strong = false): string {
  if (measure(words, size, strong) <= width) return words
  const characters = [...words.replace(/ …$/, '')]
  let used = measure('…', size, strong)
  let kept = ''
  for (const character of characters) {
    used += measure(character, size, strong)
    if (used > width) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

function text(
  x: number,
  y: number,
  size: number,
  kind: 'strong' | 'normal',
  colour: string,
  words: string,
): string {
  if (words === '') return ''
  // The half-bold face is a family of its own in its file.
  const family = kind === 'strong' ? 'Fira Sans SemiBold' : 'Fira Sans'
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" fill="${attribute(colour)}">${attribute(words)}</text>`
}

/** Escaped for XML; characters that XML does not allow are dropped. */
function attribute(words: string): string {
  return escapeXmlAttribute(words.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''))
}
