/**
 * A page as a series of tags and texts, with the end tags that a browser would supply. htmlparser2 cuts the text into
 * tokens; its own list of open elements takes a time that grows with their number for each tag (release 12), this one
 * does not.
 */
import { Tokenizer } from 'htmlparser2'

interface PageEvents {
  doctype(): void
  /** `at` is the offset of the tag; names are in small letters, the first of equal attributes counts */
  open(name: string, attributes: ReadonlyMap<string, string>, at: number): void
  /** text, entities decoded; in pieces */
  text(text: string): void
  /** written or supplied; elements that are never closed are closed at the end */
  close(name: string): void
}

const VOID: ReadonlySet<string> = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
)
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
const P: ReadonlySet<string> = new Set(['p'])
const HEADING: ReadonlySet<string> = new Set([...HEADINGS, 'p'])
/** Start tags, and the innermost open elements that they end. */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...HEADINGS.map((name) => [name, HEADING] as const),
  ...(
    'address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol p ' +
    'pre section table ul'
  )
    .split(' ')
    .map((name) => [name, P] as const),
  ['li', new Set(['li'])],
  ['dd', new Set(['dd', 'dt'])],
  ['dt', new Set(['dd', 'dt'])],
  ['tr', new Set(['tr', 'th', 'td'])],
  ['th', new Set(['th'])],
  ['td', new Set(['thead', 'th', 'td'])],
  ['tbody', new Set(['thead', 'tbody'])],
  ['tfoot', new Set(['thead', 'tbody'])],
  ['option', new Set(['option'])],
  ['a', new Set(['a'])],
])
const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math'])
/** What leads back from SVG and MathML to HTML. */
const INTEGRATION: ReadonlySet<string> = new Set(
  'mi mo mn ms mtext annotation-xml foreignobject desc title'.split(' '),
)

/** The elements that are open. Whether one is among them is known without a search. */
class OpenElements {
  readonly #names: string[] = []
  readonly #count = new Map<string, number>()
  /** for each open element that changes it, whether what it holds is SVG or MathML */
  readonly #foreign: boolean[] = []

  get innermost(): string | undefined {
    return this.#names.at(-1)
  }

  get isForeign(): boolean {
    return this.#foreign.at(-1) === true
  }

  has(name: string): boolean {
    return (this.#count.get(name) ?? 0) > 0
  }

  push(name: string): void {
    this.#names.push(name)
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1)
    if (FOREIGN.has(name)) this.#foreign.push(true)
    else if (INTEGRATION.has(name)) this.#foreign.push(false)
  }

  pop(): string | undefined {
    const name = this.#names.pop()
    if (name === undefined) return undefined
    this.#count.set(name, (this.#count.get(name) ?? 0) - 1)
    if (FOREIGN.has(name) || INTEGRATION.has(name)) this.#foreign.pop()
    return name
  }
}

/** Tells `events` of all of `html`, in order. Any text is taken. Linear in it. */
export function readPage(html: string, events: PageEvents): void {
  const open = new OpenElements()
  let tag = ''
  let tagAt = 0
  let attributes = new Map<string, string>()
  let attribute = ''
  let value = ''
  const closeInnermost = (): void => {
    const name = open.pop()
    if (name !== undefined) events.close(name)
  }
  const nameAt = (start: number, end: number): string => {
    const name = html.slice(start, end).toLowerCase()
    return name === 'image' && !open.isForeign ? 'img' : name
  }
  const endOfOpenTag = (closes: boolean): void => {
    // A form inside a form is none.
    if (tag === 'form' && open.has('form')) return
    const ended = ENDS.get(tag)
    while (ended?.has(open.innermost ?? '')) closeInnermost()
    const isVoid = VOID.has(tag)
    if (!isVoid) open.push(tag)
    events.open(tag, attributes, tagAt)
    if (isVoid) events.close(tag)
    else if (closes) closeInnermost()
  }
  const tokens = new Tokenizer(
    { decodeEntities: true },
    {
      isInForeignContext: () => open.isForeign,
      onopentagname(start, end) {
        tag = nameAt(start, end)
        tagAt = start - 1
        attributes = new Map()
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase()
      },
      onattribdata(start, end) {
        value += html.slice(start, end)
      },
      onattribentity(code) {
        value += String.fromCodePoint(code)
      },
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value)
        value = ''
      },
      onopentagend: () => endOfOpenTag(false),
      onselfclosingtag: () => endOfOpenTag(open.isForeign || FOREIGN.has(tag)),
      onclosetag(start, end) {
        const name = nameAt(start, end)
        if (!open.has(name)) return
        while (open.innermost !== name) closeInnermost()
        closeInnermost()
      },
      ontext: (start, end) => events.text(html.slice(start, end)),
      ontextentity: (code) => events.text(String.fromCodePoint(code)),
      oncdata(start, end, behind) {
        if (open.isForeign) events.text(html.slice(start, end - behind))
      },
      ondeclaration: () => events.doctype(),
      oncomment() {},
      onprocessinginstruction() {},
      onend() {
        while (open.innermost !== undefined) closeInnermost()
      },
    },
  )
  tokens.write(html)
  tokens.end()
}
