/**
 * Which characters can a pattern's match begin with? The answer lets the engine try, at each place, only the rules
 * that have a chance. It may answer too much (then a rule is tried in vain), never too little.
 */

/** One slot per ASCII character and one, the last, for all others. */
type FirstChars = Uint8Array
export const SLOTS = 129
const OTHERS = 128

interface Part {
  readonly set: FirstChars
  /** May match nothing. */
  readonly empty: boolean
}

/** The characters a match of `source` can begin with; undefined if it may match the empty text anywhere. */
export function firstChars(source: string, ignoreCase: boolean): FirstChars | undefined {
  const reader = new Reader(source)
  const { set, empty } = reader.alternatives()
  if (empty) return undefined
  if (ignoreCase) for (let c = 65; c <= 90; c++) if (set[c] || set[c + 32]) set[c] = set[c + 32] = 1
  if (ignoreCase && (set[75] || set[83])) set[OTHERS] = 1
  return set
}

const fill = (from: string | ((c: number) => boolean)): FirstChars => {
  const set = new Uint8Array(SLOTS)
  if (typeof from === 'function') {
    for (let c = 0; c < OTHERS; c++) if (from(c)) set[c] = 1
  } else for (const ch of from) set[Math.min(ch.charCodeAt(0), OTHERS)] = 1
  return set
}
const everything = (): FirstChars => new Uint8Array(SLOTS).fill(1)
const isDigit = (c: number): boolean => c >= 48 && c <= 57
const isWord = (c: number): boolean => isDigit(c) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95
const isBlank = (c: number): boolean => c === 32 || (c >= 9 && c <= 13)
const negated = (set: FirstChars): FirstChars => {
  const out = set.map((v) => 1 - v)
  out[OTHERS] = 1
  return out
}
const add = (to: FirstChars, from: FirstChars): void => {
  for (let c = 0; c < SLOTS; c++) if (from[c]) to[c] = 1
}
const CONTROL: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, '0': 0 }
const NOTHING: Part = { set: new Uint8Array(SLOTS), empty: true }

class Reader {
  private at = 0
  constructor(private readonly source: string) {}

  alternatives(): Part {
    const set = new Uint8Array(SLOTS)
    let empty = false
    for (;;) {
      const part = this.sequence()
      add(set, part.set)
      empty ||= part.empty
      if (this.source[this.at] !== '|') return { set, empty }
      this.at++
    }
  }

  private sequence(): Part {
    const set = new Uint8Array(SLOTS)
    let empty = true
    let ahead: FirstChars | undefined
    let leading = true
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const lookahead = this.source.startsWith('(?=', this.at)
      const part = this.quantified()
      if (lookahead) {
        if (empty && ahead === undefined && part.ahead !== undefined && !part.ahead.empty)
          ahead = part.ahead.set
        continue
      }
      if (empty) add(set, part.set)
      empty &&= part.empty
      if (ahead === undefined) leading = false
    }
    if (ahead === undefined) return { set, empty }
    // A leading lookahead holds for whatever comes first; one after optional parts only if they are all absent.
    if (leading) return { set: empty ? ahead : set.map((v, c) => v & ahead[c]!), empty: false }
    if (empty) add(set, ahead)
    return { set, empty: false }
  }

  private quantified(): Part & { readonly ahead?: Part } {
    const part = this.atom()
    const c = this.source[this.at]
    let optional = false
    if (c === '*' || c === '?' || c === '+') {
      optional = c !== '+'
      this.at++
    } else if (c === '{') {
      const m = /^\{(\d+)(?:,\d*)?\}/.exec(this.source.slice(this.at))
      if (m === null) return part
      optional = Number(m[1]) === 0
      this.at += m[0].length
    } else return part
    if (this.source[this.at] === '?') this.at++
    return optional ? { set: part.set, empty: true } : part
  }

  private atom(): Part & { readonly ahead?: Part } {
    const c = this.source[this.at++]!
    if (c === '(') return this.group()
    if (c === '[') return { set: this.charClass(), empty: false }
    if (c === '\\') return this.escape()
    if (c === '^' || c === '$') return NOTHING
    if (c === '.') return { set: everything(), empty: false }
    return { set: fill(c), empty: false }
  }

  private group(): Part & { readonly ahead?: Part } {
    const kind = /^\?(?:[=!:]|<[=!]|<\w+>)/.exec(this.source.slice(this.at, this.at + 60))?.[0] ?? ''
    this.at += kind.length
    const inner = this.alternatives()
    this.at++
    if (kind === '?=') return { ...NOTHING, ahead: inner }
    if (kind === '?!' || kind === '?<=' || kind === '?<!') return NOTHING
    return inner
  }

  private escape(): Part {
    const c = this.source[this.at]!
    if (c === 'b' || c === 'B') {
      this.at++
      return NOTHING
    }
    if (c === 'k' || (c >= '1' && c <= '9')) {
      this.at += c === 'k' ? this.source.indexOf('>', this.at) - this.at + 1 : 1
      return { set: everything(), empty: true }
    }
    return { set: this.escaped(), empty: false }
  }

  /** What `\x` stands for, inside or outside a class; `at` is after the backslash. */
  private escaped(): FirstChars {
    const c = this.source[this.at++]!
    switch (c) {
      case 'd':
        return fill(isDigit)
      case 'w':
        return fill(isWord)
      case 's':
        return fill(isBlank)
      case 'D':
        return negated(fill(isDigit))
      case 'W':
        return negated(fill(isWord))
      case 'S':
        return negated(fill(isBlank))
      case 'p':
      case 'P': {
        const end = this.source.indexOf('}', this.at) + 1
        const property = new RegExp(`\\${c}${this.source.slice(this.at, end)}`, 'u')
        this.at = end
        const set = fill((code) => property.test(String.fromCharCode(code)))
        set[OTHERS] = 1
        return set
      }
      default:
        return fill(String.fromCharCode(this.code(c)))
    }
  }

  private code(c: string): number {
    if (c === 'x' || c === 'u') {
      const hex = /^(?:\{([0-9a-f]+)\}|([0-9a-f]+))/i.exec(
        this.source.slice(this.at, this.at + (c === 'x' ? 2 : 4)),
      )
      if (hex !== null) {
        this.at += hex[0].length
        return Number.parseInt(hex[1] ?? hex[2]!, 16)
      }
      if (this.source[this.at] === '{') {
        this.at = this.source.indexOf('}', this.at) + 1
        return 0x10000
      }
    }
    return CONTROL[c] ?? c.charCodeAt(0)
  }

  private charClass(): FirstChars {
    const not = this.source[this.at] === '^'
    if (not) this.at++
    const set = new Uint8Array(SLOTS)
    while (this.at < this.source.length && this.source[this.at] !== ']') {
      const from = this.member(set)
      if (from === undefined || this.source[this.at] !== '-' || this.source[this.at + 1] === ']') continue
      this.at++
      const to = this.member(set)
      if (to === undefined) set[45] = 1
      else for (let c = from; c <= Math.min(to, OTHERS); c++) set[c] = 1
      if (to !== undefined && to >= OTHERS) set[OTHERS] = 1
    }
    this.at++
    return not ? negated(set) : set
  }

  /** Adds one member of a class; its code if it is a single character. */
  private member(set: FirstChars): number | undefined {
    const c = this.source[this.at++]!
    let code: number
    if (c !== '\\') code = c.charCodeAt(0)
    else if (/[dwsDWSpP]/.test(this.source[this.at]!)) {
      add(set, this.escaped())
      return undefined
    } else {
      const e = this.source[this.at++]!
      code = e === 'b' ? 8 : this.code(e)
    }
    set[Math.min(code, OTHERS)] = 1
    return code
  }
}
