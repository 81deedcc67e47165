/**
 * Block structure: tokens to nodes. Each tag's file reads its own markup; this file finds tags, trims whitespace, pairs
 * blocks with their ends and counts lines. Texts of errors and what is forgiven are Liquid 5.4's in `warn` mode;
 * `{%- endraw %}`, which only Liquid 4.0 takes, is taken too.
 */
import { nearest } from '../base/index.ts'
import { isBlankText, isSpace, isWord, lstrip, rstrip, skipSpace, skipWord } from './characters.ts'
import type { Dialect } from './dialect.ts'
import { Fault, LiquidSyntaxError } from './faults.ts'
import type { HostTagCollector } from './host-call.ts'
import type { Text } from './literal-text.ts'
import * as messages from './messages.ts'
import type { Body, Node } from './node.ts'
import { Tokenizer } from './tokenizer.ts'
import type { LiquidError } from './types.ts'

/** A tag as the parser knows it. `parse` reads its markup and, for a block, all up to its end. */
export interface Tag {
  readonly name: string
  /** whether it goes on to `end<name>` */
  readonly block?: true
  parse(p: Parser, markup: string): Node
}

/** A tag no table holds, which ends or divides the block being read (`else`, `endif`, `when` …). */
interface Divider {
  readonly name: string
  readonly markup: string
}

interface ParserOptions {
  readonly tags: ReadonlyMap<string, Tag>
  /** reads what stands between `{{` and `}}` */
  readonly output: Tag
  readonly dialect: Dialect
  readonly mode: 'lax' | 'warn' | 'strict'
  readonly path: string | undefined
  readonly line: number
  /** where tags of the host are put down */
  readonly hosts: HostTagCollector
  /** filters that may ask for variables by name while running */
  isHostFilter(name: string): boolean
}

interface MutableText extends Text {
  text: string
}

const MAX_DEPTH = 100

export class Parser {
  readonly warnings: LiquidError[] = []
  /** line of the tag being parsed */
  line: number
  /** where its token starts */
  private start = 0
  private readonly tokens: Tokenizer
  /** lines of a `{% liquid %}` tag, while inside one */
  private liquid: { readonly lines: readonly string[]; index: number; readonly first: number } | undefined
  private trimNext = false
  private depth = 0
  /** Liquid counts every line of a `{% liquid %}` tag, and keeps that count for the token right behind it. */
  private lineAfterLiquid: number | undefined

  constructor(
    source: string,
    readonly options: ParserOptions,
  ) {
    this.tokens = new Tokenizer(source, options.line)
    this.line = options.line
  }

  /** The whole template. Throws LiquidSyntaxError. */
  document(): Body {
    try {
      const { body, divider } = this.body(true)
      if (divider !== undefined)
        this.fail(
          divider.name === 'else' || divider.name === 'end'
            ? messages.unexpectedOuter(divider.name)
            : messages.unknownTag(divider.name),
          this.nearTag(divider.name),
        )
      return body
    } catch (error) {
      if (error instanceof Fault && !(error instanceof LiquidSyntaxError)) this.fail(error.text)
      throw error
    }
  }

  /** Throws a LiquidSyntaxError placed at the present tag. */
  fail(text: string, help?: string): never {
    throw new LiquidSyntaxError(text, this.options.path, this.line, this.tokens.column(this.start), help)
  }

  /** Advice on a tag that there is none of: the one whose name is near. */
  private nearTag(name: string): string | undefined {
    const words = [...this.options.tags.keys()].filter((word) => isWord(word.charCodeAt(0)))
    const near = nearest(name, words)
    return near === undefined ? undefined : `did you mean '${near}'?`
  }

  warn(text: string, line = this.line): void {
    this.warnings.push({
      message: `Liquid syntax error (line ${line}): ${text}`,
      text,
      kind: 'syntax error',
      path: this.options.path,
      line,
      trail: [],
    })
  }

  /** Reads `markup` strictly first, laxly after, as the mode says. `shown` is what a complaint quotes. */
  lenient<T>(
    markup: string,
    strict: (markup: string, dialect: Dialect) => T,
    lax: (markup: string, dialect: Dialect) => T,
    shown: string,
    warningLine = this.line,
  ): T {
    const { mode, dialect } = this.options
    if (mode === 'lax') return this.placed(() => lax(markup, dialect))
    try {
      return strict(markup, dialect)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const text = `${error.text} in "${shown}"`
      if (mode === 'strict') this.fail(text)
      this.warn(text, warningLine)
    }
    return this.placed(() => lax(markup, dialect))
  }

  private placed<T>(run: () => T): T {
    try {
      return run()
    } catch (error) {
      if (error instanceof Fault && !(error instanceof LiquidSyntaxError)) this.fail(error.text)
      throw error
    }
  }

  /** A block's body up to `end<tag>`. With `passOver`, unknown tags in it are ignored (`comment`). */
  block(tag: string, passOver = false): Body {
    const items: (Node | Text)[] = []
    let blank = true
    let dynamic = false
    for (;;) {
      const { body, divider } = this.section(tag)
      items.push(...body.items)
      blank &&= body.blank
      dynamic ||= body.dynamic
      if (divider.name === `end${tag}`) return { items, blank, dynamic }
      if (!passOver) this.unknown(tag, divider)
    }
  }

  /** A body and the divider that ended it, which is never the end of the text. */
  section(tag: string): { readonly body: Body; readonly divider: Divider } {
    if (this.depth >= MAX_DEPTH) this.fail(messages.nestingTooDeep)
    this.depth++
    const { body, divider } = this.body(false)
    this.depth--
    if (divider === undefined) this.fail(messages.neverClosed(tag))
    return { body, divider }
  }

  /** Complains of a divider that `tag` does not know. */
  unknown(tag: string, divider: Divider): never {
    if (divider.name === 'else') this.fail(messages.noElse(tag))
    if (divider.name.startsWith('end')) this.fail(messages.wrongEnd(divider.name, tag))
    return this.fail(messages.unknownTag(divider.name), this.nearTag(divider.name))
  }

  /** The raw text up to `{% end<tag> %}`, whatever it holds. */
  rawBody(tag: string): string {
    if (this.liquid !== undefined) this.fail(messages.neverClosed(tag))
    let text = ''
    while (this.tokens.next()) {
      const token = this.tokens.text()
      const start = rawEnd(token, `end${tag}`)
      if (start >= 0) {
        // `-%}` here trims nothing, while that of `{% raw -%}` trims the text behind `endraw`.
        return text + token.slice(0, start)
      }
      text += this.options.dialect.rawRepeats ? repeatedText(token) + token : token
    }
    return this.fail(messages.neverClosed(tag))
  }

  /** Reads `markup` of a `{% liquid %}` tag: one tag a line. */
  liquidBody(markup: string): Body {
    const outer = this.liquid
    if (outer !== undefined) this.fail(messages.unknownTag('liquid'))
    const lines = markup.split('\n')
    while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop()
    this.liquid = { lines, index: 0, first: this.line }
    const depth = this.depth
    const { body, divider } = this.body(true)
    this.liquid = undefined
    this.depth = depth
    this.lineAfterLiquid = this.line
    if (divider !== undefined) this.fail(liquidDivider(divider))
    return body
  }

  private body(outermost: boolean): { readonly body: Body; readonly divider: Divider | undefined } {
    const items: (Node | MutableText)[] = []
    const state = { blank: true, dynamic: false }
    const divider =
      this.liquid === undefined ? this.tokensInto(items, state, outermost) : this.linesInto(items, state)
    return { body: { items, blank: state.blank, dynamic: state.dynamic }, divider }
  }

  private add(items: (Node | MutableText)[], state: { blank: boolean; dynamic: boolean }, node: Node): void {
    items.push(node)
    state.blank &&= node.blank
    state.dynamic ||= node.dynamic
  }

  private tokensInto(
    items: (Node | MutableText)[],
    state: { blank: boolean; dynamic: boolean },
    outermost: boolean,
  ): Divider | undefined {
    const { tokens } = this
    while (tokens.next()) {
      this.line = this.lineAfterLiquid ?? tokens.line
      this.lineAfterLiquid = undefined
      if (tokens.kind === 'text') {
        const text = this.trimNext ? lstrip(tokens.text()) : tokens.text()
        this.trimNext = false
        items.push({ text })
        if (state.blank && !isBlankText(text)) state.blank = false
        continue
      }
      this.start = tokens.start
      const token = tokens.text()
      this.trim(token, items)
      if (tokens.kind === 'output') {
        this.add(items, state, this.output(token))
        continue
      }
      const divider = this.tag(token, items, state)
      if (divider !== undefined) return divider
    }
    if (!outermost) this.line = tokens.line
    return undefined
  }

  /** `{{-` and `{%-` strip the text before, `-}}` and `-%}` the text after. */
  private trim(token: string, items: (Node | MutableText)[]): void {
    if (token.charCodeAt(2) === 45) {
      const last = items[items.length - 1]
      if (last !== undefined && 'text' in last) last.text = rstrip(last.text)
    }
    this.trimNext = token.charCodeAt(token.length - 3) === 45
  }

  private output(token: string): Node {
    if (token.length < 4 || !token.endsWith('}}')) this.fail(messages.unterminatedOutput(token))
    let start = 2
    let end = token.length - 2
    if (token.charCodeAt(start) === 45) start++
    if (end > start && token.charCodeAt(end - 1) === 45) end--
    return this.options.output.parse(this, token.slice(start, Math.max(start, end)))
  }

  private tag(
    token: string,
    items: (Node | MutableText)[],
    state: { blank: boolean; dynamic: boolean },
  ): Divider | undefined {
    const nameStart = skipSpace(token, token.charCodeAt(2) === 45 ? 3 : 2)
    const nameEnd = token.charCodeAt(nameStart) === 35 ? nameStart + 1 : skipWord(token, nameStart)
    if (token.length < 4 || nameEnd === nameStart) this.fail(messages.unterminatedTag(token))
    let end = token.length - 2
    const start = Math.min(skipSpace(token, nameEnd), end)
    if (end > start && token.charCodeAt(end - 1) === 45) end--
    if (this.options.dialect.countsLinesInTags)
      for (let at = 2; at < start; at++) if (token.charCodeAt(at) === 10) this.line++
    return this.dispatch(token.slice(nameStart, nameEnd), token.slice(start, end), items, state)
  }

  private dispatch(
    name: string,
    markup: string,
    items: (Node | MutableText)[],
    state: { blank: boolean; dynamic: boolean },
  ): Divider | undefined {
    const tag = this.options.tags.get(name)
    if (tag === undefined) return { name, markup }
    this.add(items, state, tag.parse(this, markup))
    return undefined
  }

  private linesInto(
    items: (Node | MutableText)[],
    state: { blank: boolean; dynamic: boolean },
  ): Divider | undefined {
    const source = this.liquid!
    while (source.index < source.lines.length) {
      const text = source.lines[source.index]!
      this.line = source.first + source.index
      source.index++
      const start = skipSpace(text, 0)
      if (start === text.length) continue
      const end = text.charCodeAt(start) === 35 ? start + 1 : skipWord(text, start)
      if (end === start) return { name: text, markup: text }
      const divider = this.dispatch(text.slice(start, end), text.slice(skipSpace(text, end)), items, state)
      if (divider !== undefined) return divider
    }
    this.line = source.first + source.lines.length
    return undefined
  }
}

function liquidDivider(divider: Divider): string {
  if (divider.name === 'else') return messages.noElse('liquid')
  return divider.name.startsWith('end') ? messages.liquidEnd(divider.name) : messages.unknownTag(divider.name)
}

/** What Liquid 4.0 prints once more of a token that ends as a tag does: all before the last `{%`. */
function repeatedText(token: string): string {
  if (!token.endsWith('%}')) return ''
  const start = token.lastIndexOf('{%')
  const name = skipSpace(token, start + 2)
  return start > 0 && isWord(token.charCodeAt(name)) ? token.slice(0, start) : ''
}

/**
 * Where `{% end… %}` starts in a token that ends a raw text, or -1. The token may hold anything before it: the last `{%`
 * with a word behind it counts. `{%-` is none in here, up to Liquid 5.4.
 *
 *     {{ a {% endraw %}
 *          ^
 */
function rawEnd(token: string, end: string): number {
  if (!token.endsWith('%}')) return -1
  let limit = token.length
  for (;;) {
    const start = limit < 0 ? -1 : token.lastIndexOf('{%', limit)
    if (start < 0) return -1
    let at = start + 2
    while (isSpace(token.charCodeAt(at))) at++
    if (isWord(token.charCodeAt(at))) {
      const whole = token.startsWith(end, at) && !isWord(token.charCodeAt(at + end.length))
      return whole ? start : -1
    }
    limit = start - 1
  }
}
