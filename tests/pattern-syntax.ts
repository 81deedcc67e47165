/** Regular expressions taken apart: as much of their syntax as decides how a backtracking matcher goes about one. */

export type PatternNode =
  /** one character, tried with `re` */
  | { readonly kind: 'one'; readonly re: RegExp }
  | { readonly kind: 'seq' | 'alt'; readonly nodes: readonly PatternNode[] }
  | {
      readonly kind: 'repeat'
      readonly node: PatternNode
      readonly min: number
      readonly max: number
      readonly greedy: boolean
      /** the numbers of the groups in it, which each round forgets: `from` to before `to` */
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'group'; readonly number: number; readonly node: PatternNode }
  | {
      readonly kind: 'look'
      readonly behind: boolean
      readonly negative: boolean
      readonly node: PatternNode
    }
  | { readonly kind: 'reference'; readonly number: number }
  /** a place between characters: `^`, `$`, `\b`, `\B` */
  | { readonly kind: 'place'; readonly re: RegExp }

interface Parsed {
  readonly node: PatternNode
  /** how many groups it has, the whole match among them */
  readonly groups: number
}

/** One character of a pattern: a class, an escape, any other. */
const ONE = {
  plain: /\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|c[A-Za-z]|[\s\S])|[\s\S]/y,
  unicode:
    /\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:x[\da-fA-F]{2}|u\{[\da-fA-F]+\}|u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|u[\da-fA-F]{4}|c[A-Za-z]|[pP]\{[^}]*\}|[\s\S])|[\s\S]/uy,
}
const OPENING = /\((?:\?(?:[:=!]|<[=!]|<(\w+)>))?/y
const COUNT = /([*+?]|\{(\d+)(,(\d*))?\})(\??)/y

/** Takes `pattern` apart. */
export function parsePattern({ source, flags }: RegExp): Parsed {
  const own = flags.replace(/[dgmy]/g, '')
  const names = [...source.matchAll(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\((?!\?)|\(\?<(?![=!])(\w+)>/g)]
    .filter(([text]) => text.startsWith('('))
    .map((match) => match[1])
  let at = 0
  let groups = 1
  const take = (re: RegExp): RegExpExecArray | undefined => {
    re.lastIndex = at
    const match = re.exec(source) ?? undefined
    if (match !== undefined) at = re.lastIndex
    return match
  }
  const alternatives = (): PatternNode => {
    const nodes = [sequence()]
    while (source[at] === '|') {
      at++
      nodes.push(sequence())
    }
    return nodes.length === 1 ? nodes[0]! : { kind: 'alt', nodes }
  }
  const sequence = (): PatternNode => {
    const nodes: PatternNode[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const from = groups
      const node = atom()
      const count = take(COUNT)
      nodes.push(count === undefined ? node : repeat(node, count, from))
    }
    return nodes.length === 1 ? nodes[0]! : { kind: 'seq', nodes }
  }
  const repeat = (node: PatternNode, count: RegExpExecArray, from: number): PatternNode => {
    const [, sign, low, comma, high] = count
    const min = low === undefined ? (sign === '+' ? 1 : 0) : Number(low)
    const max =
      low === undefined ? (sign === '?' ? 1 : Infinity) : comma === undefined ? min : Number(high || Infinity)
    return { kind: 'repeat', node, min, max, greedy: count[5] === '', from, to: groups }
  }
  const atom = (): PatternNode => {
    const opening = take(OPENING)
    if (opening !== undefined) {
      const [text] = opening
      const captures = text === '(' || opening[1] !== undefined
      const number = captures ? groups++ : 0
      const node = alternatives()
      at++
      if (captures) return { kind: 'group', number, node }
      if (text === '(?:') return node
      return { kind: 'look', behind: text.includes('<'), negative: text.endsWith('!'), node }
    }
    const place = take(/\^|\$|\\[bB]/y)
    // `m` decides where lines begin.
    if (place !== undefined)
      return { kind: 'place', re: new RegExp(place[0], `${own}${flags.includes('m') ? 'm' : ''}y`) }
    const reference = take(/\\(?:([1-9]\d*)|k<(\w+)>)/y)
    if (reference !== undefined) {
      const [, number, name] = reference
      return { kind: 'reference', number: number === undefined ? names.indexOf(name) + 1 : Number(number) }
    }
    const [one] = take(/[uv]/.test(flags) ? ONE.unicode : ONE.plain)!
    return { kind: 'one', re: new RegExp(one, `${own}y`) }
  }
  return { node: alternatives(), groups }
}
