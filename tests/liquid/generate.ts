/** Random templates and data: from a grammar that knows Liquid's odd corners, and by mutating given templates. */

/** Numbers in [0, 1), the same for the same seed. */
export type Random = () => number

export function random(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<T>(r: Random, items: readonly T[]): T {
  return items[Math.floor(r() * items.length)]!
}

const NAMES = [
  'a',
  'b',
  'h',
  's',
  'n',
  'f',
  'list',
  'nested',
  'x',
  'i',
  'forloop',
  'page.title',
  'h.k',
  'h.list',
  'h["k"]',
  'list[0]',
  'list[i]',
  'list.first',
  'list.size',
  's.size',
  'nested[1].k',
  'h[s]',
  '[s]',
  'a-b',
  'a?',
  'empty',
  'blank',
  'nil',
  'true',
  'false',
  'forloop.index',
  'forloop.last',
  'forloop.parentloop.index',
  'forloop',
  'h.first',
  'missing.x.y',
  'list.last.k',
  'tablerowloop.col',
  'h[',
  'list]',
  '-x',
  '1.x',
  'h.0',
]
const LITERALS = [
  '1',
  '-1',
  '0',
  '2.5',
  '1.0',
  '"x"',
  "'y'",
  '""',
  '"a,b"',
  "'a b'",
  '(1..3)',
  '(a..n)',
  '(1..list.size)',
  '(3..1)',
  '1.',
  '.5',
  '1.2.3',
  '"|"',
  "' and '",
  '12345678901234567890',
  '"2020-01-02"',
  '" "',
  '"é"',
  '"<b>&"',
  '"%Y"',
  '(1...3)',
  '("1".."2")',
]
const FILTERS = [
  'upcase',
  'downcase',
  'capitalize',
  'size',
  'first',
  'last',
  'join',
  'reverse',
  'sort',
  'sort_natural',
  'uniq',
  'compact',
  'strip',
  'lstrip',
  'rstrip',
  'strip_html',
  'strip_newlines',
  'newline_to_br',
  'escape',
  'escape_once',
  'url_encode',
  'url_decode',
  'abs',
  'ceil',
  'floor',
  'round',
  'base64_encode',
  'h',
  'nosuch',
  'default',
  'truncate',
  'truncatewords',
  'map: "k"',
  'where: "k"',
  'where: "k", 1',
  'where: "k", "v"',
  'sort: "k"',
  'uniq: "k"',
  'compact: "k"',
  'sort_natural: "k"',
  'concat: list',
  'split: ","',
  'split: ""',
  'split: " "',
]
const FILTERS_WITH = [
  'plus',
  'minus',
  'times',
  'divided_by',
  'modulo',
  'append',
  'prepend',
  'remove',
  'remove_first',
  'remove_last',
  'split',
  'join',
  'round',
  'truncate',
  'truncatewords',
  'slice',
  'default',
  'at_least',
  'at_most',
  'map',
  'where',
  'concat',
  'date',
  'sort',
]
const FILTERS_WITH_TWO = [
  'replace',
  'replace_first',
  'replace_last',
  'slice',
  'truncate',
  'truncatewords',
  'default',
  'where',
]
const OPERATORS = ['==', '!=', '<>', '<', '>', '<=', '>=', 'contains', '==', '=', '=>', '&&', 'is', '===']
const TEXTS = [' ', '\n', 'text', '  \n ', 'é', '', '-', '<b>', '%}', '}}', '{', '}', '"', ' x ']
const NOISE = [
  '|',
  ',',
  ':',
  "'",
  '"',
  '(',
  ')',
  '[',
  ']',
  '.',
  '..',
  '-',
  '=',
  '!',
  '?',
  '{',
  '}',
  '%',
  ' and ',
  ' or ',
  'in',
  '#',
  '{%',
  '%}',
  '{{',
  '}}',
  '-%}',
  '{%-',
  '\n',
  ' ',
  '\u0000',
  '\u00a0',
  '\t',
  '&',
  '*',
  '/',
  '\\',
  'with',
  'as',
  'for',
  'reversed',
  'limit:',
  'offset:continue',
]

function value(r: Random): string {
  return r() < 0.6 ? pick(r, NAMES) : pick(r, LITERALS)
}

function filter(r: Random): string {
  const kind = r()
  if (kind < 0.45) return pick(r, FILTERS)
  const colon = pick(r, [':', ': ', ' : ', ' ', ':'])
  if (kind < 0.8) return `${pick(r, FILTERS_WITH)}${colon}${value(r)}`
  if (kind < 0.95)
    return `${pick(r, FILTERS_WITH_TWO)}${colon}${value(r)}${pick(r, [',', ', ', ' '])}${value(r)}`
  return `default: ${value(r)}, allow_false: ${value(r)}`
}

function output(r: Random): string {
  let markup = value(r)
  while (r() < 0.4) markup += `${pick(r, [' | ', '|', ' |'])}${filter(r)}`
  if (r() < 0.08) markup = noisy(r, markup)
  return markup
}

function condition(r: Random): string {
  let markup = ''
  do {
    if (markup !== '') markup += pick(r, [' and ', ' or '])
    markup += value(r)
    if (r() < 0.6)
      markup += `${pick(r, [' ', ' ', ''])}${pick(r, OPERATORS)}${pick(r, [' ', ' ', ''])}${value(r)}`
  } while (r() < 0.3)
  return r() < 0.08 ? noisy(r, markup) : markup
}

function noisy(r: Random, text: string): string {
  const at = Math.floor(r() * (text.length + 1))
  return text.slice(0, at) + pick(r, NOISE) + text.slice(at)
}

const open = (r: Random): string => (r() < 0.15 ? '{%-' : '{%')
const close = (r: Random): string => (r() < 0.15 ? '-%}' : '%}')

function tag(r: Random, markup: string): string {
  return `${open(r)} ${markup} ${close(r)}`
}

function loop(r: Random): string {
  let markup = `${pick(r, ['i', 'x', 'a'])} in ${value(r)}`
  if (r() < 0.2) markup += ' reversed'
  if (r() < 0.25) markup += ` limit:${value(r)}`
  if (r() < 0.25) markup += ` offset:${pick(r, ['1', '2', 'continue', value(r)])}`
  return r() < 0.06 ? noisy(r, markup) : markup
}

function node(r: Random, depth: number): string {
  const kind = r()
  if (kind < 0.25) return pick(r, TEXTS)
  if (kind < 0.5 || depth > 3) return `${r() < 0.1 ? '{{-' : '{{'} ${output(r)} ${r() < 0.1 ? '-}}' : '}}'}`
  const body = (): string => nodes(r, depth + 1)
  switch (Math.floor(r() * 19)) {
    case 0:
    case 1:
      return tag(r, `assign ${pick(r, ['a', 'x', 's', 'new', 'a.b'])} = ${output(r)}`)
    case 2:
      return `${tag(r, 'capture c')}${body()}${tag(r, 'endcapture')}{{ c }}`
    case 3:
    case 4: {
      const name = pick(r, ['if', 'if', 'unless'])
      let text = tag(r, `${name} ${condition(r)}`) + body()
      while (r() < 0.25) text += tag(r, `elsif ${condition(r)}`) + body()
      if (r() < 0.4) text += tag(r, 'else') + body()
      return text + tag(r, `end${name}`)
    }
    case 5:
    case 6:
    case 7:
      return `${tag(r, `for ${loop(r)}`)}${body()}${r() < 0.2 ? tag(r, 'else') + body() : ''}${tag(r, 'endfor')}`
    case 8: {
      let text = tag(r, `case ${value(r)}`)
      for (let n = Math.floor(r() * 3); n >= 0; n--)
        text +=
          tag(r, `when ${value(r)}${r() < 0.4 ? `${pick(r, [' or ', ', ', ','])}${value(r)}` : ''}`) + body()
      if (r() < 0.5) text += tag(r, 'else') + body()
      return text + tag(r, 'endcase')
    }
    case 9:
      return `${tag(r, `tablerow ${loop(r)}${r() < 0.5 ? ` cols:${value(r)}` : ''}`)}${body()}${tag(r, 'endtablerow')}`
    case 10:
      return tag(r, `cycle ${r() < 0.3 ? `${value(r)}: ` : ''}${value(r)}, ${value(r)}`)
    case 11:
      return tag(r, `${pick(r, ['increment', 'decrement'])} ${pick(r, ['c1', 'x', 'n'])}`)
    case 12:
      return `${tag(r, 'comment')}${body()}${tag(r, 'endcomment')}`
    case 13:
      return `{% raw %}${body()}{% endraw ${close(r)}`
    case 14:
      return tag(r, pick(r, ['break', 'continue']))
    case 15:
      return `${tag(r, 'ifchanged')}${body()}${tag(r, 'endifchanged')}`
    case 16:
      return tag(
        r,
        pick(r, [
          `include 'p'`,
          `include 'p' with ${value(r)}`,
          `include 'p' for ${value(r)} as i`,
          `include 'q', x: ${value(r)}`,
          `render 'p', x: ${value(r)}`,
          `render 'q' for ${value(r)} as x`,
          `render 'p' with ${value(r)}`,
          `include ${value(r)}`,
        ]),
      )
    case 17:
      return tag(
        r,
        `liquid\n assign z = ${output(r)}\n echo z\n if ${condition(r)}\n echo ${output(r)}\n endif`,
      )
    default:
      return tag(
        r,
        pick(r, [`echo ${output(r)}`, '# note', `${pick(r, ['foo', 'else', 'endif', 'when 1'])}`]),
      )
  }
}

function nodes(r: Random, depth: number): string {
  let text = ''
  for (let n = Math.floor(r() * (depth === 0 ? 6 : 4)); n >= 0; n--) text += node(r, depth)
  return text
}

/** A template from the grammar. */
export function template(r: Random): string {
  return nodes(r, 0)
}

/** `source` with a few characters lost, doubled, swapped or put in. */
export function mutate(r: Random, source: string): string {
  let text = source
  for (let n = Math.floor(r() * 4); n >= 0; n--) {
    const at = Math.floor(r() * (text.length + 1))
    const length = Math.floor(r() * r() * 12)
    const kind = r()
    if (kind < 0.35) text = text.slice(0, at) + pick(r, NOISE) + text.slice(at)
    else if (kind < 0.6) text = text.slice(0, at) + text.slice(at + length)
    else if (kind < 0.8) text = text.slice(0, at) + text.slice(at, at + length) + text.slice(at)
    else text = text.slice(0, at) + pick(r, NAMES) + text.slice(at + length)
  }
  return text
}

/** Data the grammar's names find something in. JSON, with a Float that is whole. */
export const DATA_JSON = `{"a":1,"b":"text","h":{"k":"v","list":[1,2,3],"n":null},"s":"k","n":3,"f":1.0,"list":["x","y","z"],
"nested":[{"k":"v","n":2},{"k":1},{"n":1.5}],"a-b":"dash","page":{"title":"Title <b>é</b>"},"k":"found","e":"","el":[],"t":true,"fl":2.5}`

export const PARTIALS: Readonly<Record<string, string>> = {
  p: '[{{ p }}{{ x }}{{ i }}{% if x == 1 %}{% break %}{% endif %}{{ forloop.index }}]',
  q: '({{ x }}{% assign a = 7 %}{% cycle 1, 2 %}{{ q }}{% increment n %})',
}
