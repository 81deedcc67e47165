/**
 * SmartyPants: curly quotes, dashes and ellipses in text that may hold HTML, as Jekyll's `smartify` prints them. The
 * text is no Markdown; tags stay, code in them too, and what is not a tag is escaped.
 */
const VOID: ReadonlySet<string> = new Set([
  'area',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'wbr',
])
/** Elements whose text is not touched. */
const RAW: ReadonlySet<string> = new Set(
  'code kbd math option pre samp script style textarea tt u var'.split(' '),
)
/** Elements that are a block of their own at the start of a line, left as they are, and no tags inside a line. */
const BLOCK: ReadonlySet<string> = new Set(
  'address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe li main nav ol p pre script section style table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const ENTITY_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&nbsp;', '\u00a0'],
  ['&copy;', '©'],
  ['&reg;', '®'],
  ['&trade;', '™'],
  ['&hellip;', '…'],
  ['&mdash;', '—'],
  ['&ndash;', '–'],
])
const TAG = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^<>]*?)?)\s*(\/?)>/y
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][\w]*);/y
const PUNCTUATION = /[!-/:-@[-`{-~]/
const OPENING = /[\s\\[{(-]/

/** `text` with typographic characters, tags and entities aside; `ascii`: what is not ASCII is printed as entities. */
export function smartypants(text: string, ascii = false): string {
  return new Scanner(text.endsWith('\n') ? text.slice(0, -1) : text, ascii).run()
}

class Scanner {
  private out = ''
  private at = 0
  /** characters before this one are taken: a quote does not look at them */
  private barrier = 0
  private readonly open: string[] = []

  constructor(
    private readonly text: string,
    private readonly ascii: boolean,
  ) {}

  run(): string {
    const { text } = this
    while (this.at < text.length) {
      const char = text[this.at] as string
      if (char === '<') this.angle()
      else if (char === '&') this.entity()
      else if (char === '"' || char === "'") this.quote(char)
      else if (text.startsWith(' >>', this.at)) this.take('\u00a0»', 3)
      else if (text.startsWith('>>', this.at)) this.take('»', 2)
      else if (char === '>') this.escape('&gt;')
      else if (text.startsWith('---', this.at)) this.take('—', 3)
      else if (text.startsWith('--', this.at)) this.take('–', 2)
      else if (text.startsWith('...', this.at)) this.take('…', 3)
      else {
        this.out += char
        this.at++
      }
    }
    for (const name of this.open.reverse()) this.out += `\n</${name}>`
    return this.out
  }

  private take(shown: string, length: number): undefined {
    this.out += this.ascii ? shown.replace(/[^\0-\x7f]/gu, numeric) : shown
    this.at += length
    this.barrier = this.at
  }

  private angle(): undefined {
    const { text, at } = this
    const comment = text.startsWith('<!--', at) ? text.indexOf('-->', at) : -1
    if (comment !== -1) return this.take(text.slice(at, comment + 3), comment + 3 - at)
    TAG.lastIndex = at
    const match = TAG.exec(text)
    if (match === null) return this.openingAngle()
    const [whole, slash, name = '', attributes = '', selfClosed] = match
    const known = name.toLowerCase()
    const lineStart = at === 0 || text[at - 1] === '\n'
    if (slash === '/') return this.close(whole, known)
    if (VOID.has(known)) return this.take(`<${name}${attributes} />`, whole.length)
    if (BLOCK.has(known) && !lineStart) return this.take('&lt;', 1)
    if (BLOCK.has(known) || RAW.has(known)) return this.raw(whole, known)
    if (selfClosed !== '/') this.open.push(known)
    this.take(whole, whole.length)
  }

  /** A space beside an angle quote becomes one that does not break. */
  private openingAngle(): undefined {
    if (this.text.startsWith('<< ', this.at)) this.take('«\u00a0', 3)
    else if (this.text.startsWith('<<', this.at)) this.take('«', 2)
    else this.escape('&lt;')
  }

  /** A character that is not a tag's; a quote behind it looks at it. */
  private escape(shown: string): void {
    this.out += shown
    this.at++
  }

  private close(whole: string, name: string): undefined {
    if (this.open.at(-1) !== name) return this.take('&lt;', 1)
    this.open.pop()
    this.take(whole, whole.length)
  }

  /** Up to the closing tag, with lone ampersands escaped. */
  private raw(whole: string, name: string): undefined {
    const { text, at } = this
    const stop = elementEnd(text, name, at + whole.length)
    this.take(text.slice(at, stop).replace(/&(?!#?\w+;)/g, '&amp;'), stop - at)
  }

  private entity(): undefined {
    ENTITY.lastIndex = this.at
    const found = ENTITY.exec(this.text)?.[0]
    if (found === undefined) return this.take('&amp;', 1)
    const code = /^&#(?:[xX]([\da-fA-F]+)|(\d+));$/.exec(found)
    const number =
      code === null ? Number.NaN : Number.parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16)
    const char =
      number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : ENTITY_CHARACTERS.get(found)
    this.take(this.ascii && char !== undefined && char > '\x7f' ? found : (char ?? found), found.length)
  }

  private quote(quote: string): undefined {
    const { text, at } = this
    const single = quote === "'"
    const left = single ? '‘' : '“'
    const right = single ? '’' : '”'
    const before = at > this.barrier && text[at - 1] !== '\\' ? (text[at - 1] as string) : ''
    const next = text[at + 1] ?? ''
    if (before === '' && PUNCTUATION.test(next) && !text.startsWith('..', at + 2) && this.noBoundary(at + 2))
      return this.take(right, 1)
    const free = before === '' || /\s/.test(before)
    const other = single ? '"' : "'"
    if (free && next === other && isWord(text[at + 2])) return this.take(single ? '‘“' : '“‘', 2)
    if (free && single && /^\d\ds/.test(text.slice(at + 1, at + 4))) return this.take('’', 1)
    if (free && before !== '' && isWord(next)) return this.take(left, 1)
    if (before !== '' && !OPENING.test(before)) return this.take(right, 1)
    if (before === '' && (next === '' || /\s/.test(next) || /^s\b/.test(text.slice(at + 1, at + 3))))
      return this.take(right, 1)
    this.take(left, 1)
  }

  /** No word starts or ends at `index`. */
  private noBoundary(index: number): boolean {
    return isWord(this.text[index - 1]) === isWord(this.text[index])
  }
}

/** Behind the tag that ends the element `name` whose content starts at `from`: elements of that name may lie in it. */
function elementEnd(text: string, name: string, from: number): number {
  const nests = name !== 'script' && name !== 'style'
  const tag = new RegExp(`<(/?)${name}(?:\\s[^<>]*)?>`, 'gi')
  tag.lastIndex = from
  let depth = 1
  for (let found = tag.exec(text); found !== null; found = tag.exec(text)) {
    if (found[1] === '/') depth--
    else if (nests && !found[0].endsWith('/>')) depth++
    if (depth === 0) return tag.lastIndex
  }
  return text.length
}

function numeric(char: string): string {
  return `&#${char.codePointAt(0)};`
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}\p{M}_]/u.test(char)
}
