/**
 * Files of BibTeX: entries with their fields as they are written, strings and months put in. A mistake costs its entry and
 * no other: reading goes on at the next `@` that begins a line. Linear.
 */

export interface BibEntry {
  /** in small letters: `article` */
  readonly type: string
  readonly key: string
  /** names in small letters; values in LaTeX, with the braces inside them */
  readonly fields: ReadonlyMap<string, string>
  /** where its key stands */
  readonly at: number
}

interface BibFault {
  readonly message: string
  readonly help: string
  readonly start: number
  readonly end: number
}

interface BibFile {
  readonly entries: readonly BibEntry[]
  readonly faults: readonly BibFault[]
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const BLANKS = /\s*/y
const TYPE = /[A-Za-z]+/y
const KEY = /[^\s,{}()="#%]+/y
const NAME = /[A-Za-z_][^\s,{}()="#%]*/y
const NUMBER = /\d+/y
/** Where another entry begins: what is open there has lost its end. */
const NEXT_ENTRY = /\n[ \t]*@[A-Za-z]+[ \t]*[{(]/y
const NEXT_LINE = /\n[ \t]*@/g

class Stop extends Error {
  constructor(
    message: string,
    readonly help: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message)
  }
}

export function readBibtex(text: string): BibFile {
  const reader = new Reader(text)
  const entries: BibEntry[] = []
  const faults: BibFault[] = []
  const keys = new Set<string>()
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', reader.at)) {
    reader.at = at + 1
    try {
      const entry = reader.block()
      if (entry === undefined) continue
      const place = { start: entry.at, end: entry.at + entry.key.length }
      if (keys.has(entry.key))
        faults.push({ message: `A second entry '${entry.key}'.`, help: 'give it another key', ...place })
      else entries.push(entry)
      keys.add(entry.key)
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      faults.push({ message: error.message, help: error.help, start: error.start, end: error.end })
      NEXT_LINE.lastIndex = at
      reader.at = NEXT_LINE.exec(text)?.index ?? text.length
    }
  }
  return { entries, faults: [...faults, ...reader.unknown] }
}

class Reader {
  at = 0
  /** names of strings that are none */
  readonly unknown: BibFault[] = []
  readonly #strings = new Map(MONTHS.map((month, index) => [month, String(index + 1)]))

  constructor(readonly text: string) {}

  /** What stands behind an `@`: an entry, or a string, which is kept; undefined for what is neither. */
  block(): BibEntry | undefined {
    const start = this.at
    const type = this.#word(TYPE)?.toLowerCase()
    if (type === undefined) return undefined
    const open = this.text[this.#skip()]
    if (open !== '{' && open !== '(') return undefined
    if (type === 'comment') {
      this.#balanced(open === '{' ? '}' : ')')
      return undefined
    }
    this.at++
    const close = open === '{' ? '}' : ')'
    if (type === 'preamble') {
      this.#value()
      this.#expect(close, start, type)
      return undefined
    }
    if (type === 'string') {
      const [name, value] = this.#field(start, type)
      this.#strings.set(name, value)
      this.#expect(close, start, type)
      return undefined
    }
    return this.#entry(type, close, start)
  }

  #entry(type: string, close: string, start: number): BibEntry {
    this.#skip()
    const at = this.at
    const key = this.#word(KEY)
    if (key === undefined)
      throw new Stop(
        `An entry of type '${type}' has no key.`,
        `write \`@${type}{key, …}\``,
        start - 1,
        this.at,
      )
    const fields = new Map<string, string>()
    while (this.text[this.#skip()] === ',') {
      this.at++
      if (this.text[this.#skip()] === close) break
      const [name, value] = this.#field(start, key)
      if (!fields.has(name)) fields.set(name, value)
    }
    this.#expect(close, start, key)
    return { type, key, fields, at }
  }

  #field(start: number, of: string): readonly [string, string] {
    this.#skip()
    const name = this.#word(NAME)
    if (name === undefined) throw this.#unexpected('the name of a field', of, start)
    if (this.text[this.#skip()] !== '=') throw this.#unexpected(`\`=\` behind \`${name}\``, of, start)
    this.at++
    return [name.toLowerCase(), this.#value(of, start)]
  }

  /** Pieces joined by `#`. */
  #value(of = 'preamble', start = this.at): string {
    let value = ''
    for (;;) {
      const char = this.text[this.#skip()]
      if (char === '{') value += this.#balanced('}')
      else if (char === '"') value += this.#quoted()
      else {
        const from = this.at
        const number = this.#word(NUMBER)
        const name = number === undefined ? this.#word(NAME) : undefined
        if (number === undefined && name === undefined)
          throw this.#unexpected('a value: `{…}`, `"…"`, a number or a string', of, start)
        const known = number ?? this.#strings.get((name as string).toLowerCase())
        if (known === undefined)
          this.unknown.push({
            message: `There is no string '${name}'.`,
            help: `write it in braces, or define it before: \`@string{${name} = {…}}\``,
            start: from,
            end: this.at,
          })
        value += known ?? name
      }
      if (this.text[this.#skip()] !== '#') return value
      this.at++
    }
  }

  /** What stands between the brace at hand and the one that ends it. */
  #balanced(close: string): string {
    const from = this.at
    let depth = 0
    for (let at = from; at < this.text.length; at++) {
      const char = this.text[at]
      if (char === '\\') at++
      else if (char === '\n' && this.#isNextEntry(at)) break
      else if (char === '{' || (char === '(' && at === from)) depth++
      else if (char === '}' || (char === close && close === ')' && depth === 1)) depth--
      if (depth > 0) continue
      this.at = at + 1
      return this.text.slice(from + 1, at)
    }
    throw new Stop('A brace is never closed.', 'put a `}` where it ends', from, from + 1)
  }

  /** What stands between quotes; those in braces are text. */
  #quoted(): string {
    const from = this.at
    let depth = 0
    for (let at = from + 1; at < this.text.length; at++) {
      const char = this.text[at]
      if (char === '\\') at++
      else if (char === '\n' && this.#isNextEntry(at)) break
      else if (char === '{') depth++
      else if (char === '}') depth--
      else if (char === '"' && depth === 0) {
        this.at = at + 1
        return this.text.slice(from + 1, at)
      }
    }
    throw new Stop('A quote is never closed.', 'put a `"` where it ends', from, from + 1)
  }

  #isNextEntry(at: number): boolean {
    NEXT_ENTRY.lastIndex = at
    return NEXT_ENTRY.test(this.text)
  }

  #skip(): number {
    BLANKS.lastIndex = this.at
    BLANKS.exec(this.text)
    this.at = BLANKS.lastIndex
    return this.at
  }

  #word(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  #expect(close: string, start: number, of: string): void {
    if (this.text[this.#skip()] !== close) throw this.#unexpected(`\`,\` or \`${close}\``, of, start)
    this.at++
  }

  #unexpected(wanted: string, of: string, start: number): Stop {
    const found = this.text[this.at]
    if (found === undefined)
      return new Stop(`'${of}' is never closed.`, 'put a `}` behind its last field', start - 1, start)
    return new Stop(
      `'${of}' has \`${found}\` where ${wanted} should stand.`,
      'the entry is left out until then',
      this.at,
      this.at + 1,
    )
  }
}
