/**
 * The engine: a stack of states, each with an ordered list of rules; the first rule that matches at the place emits
 * its tokens and moves on the stack. Where none matches, one character becomes an `err` token, as in Rouge.
 *
 * What must stay true: tokens joined are the text; every step consumes, or is one of at most six in a row that do
 * not; each step costs what its rules cost, whatever stands before it. A lexer may be given several texts one after
 * the other and goes on in the state it was in: that is how one language is embedded in another.
 */
import type { CompiledRule, CompiledState } from './compile.ts'
import { fancyName } from './fancy-name.ts'
import type { Language } from './language.ts'
import type { TokenSink } from './tokens.ts'
import type { Lexing, TokenClass } from './types.ts'

/** Finds a language for `delegate`; undefined for an unknown name. */
type FindLanguage = (name: string) => Language | undefined

/** So many matches of nothing are followed; the next one is an error, until a rule reads something. As in Rouge. */
const EMPTY_MATCHES = 5
/** Text nested deeper than this through `recurse` and `delegate` is emitted plain: the machine's stack has an end. */
const DEEPEST = 60
/** What ends the place where a pattern that failed is hopeless. */
const HOPE: Readonly<Record<string, RegExp>> = {
  line: /\n/g,
  continued: /(?<!\\)(?:\\\\)*\\\n/g,
  word: /[ \t-\r]/g,
  digits: /\D/g,
}
const NO_OPTIONS: ReadonlyMap<string, string> = new Map()

export class Lexer implements Lexing<unknown> {
  vars: unknown
  text = ''
  at = 0
  private stack: CompiledState[]
  private children = new Map<string, Lexer>()
  private nextSeen = new Map<string, number>()
  /** Where patterns that fail from somewhere on may be tried again. */
  private failed = new Map<RegExp, number>()
  /** End of the match a callback works on. */
  private matchEnd = 0

  constructor(
    private readonly language: Language,
    private readonly sink: TokenSink,
    private readonly find: FindLanguage,
    readonly options: ReadonlyMap<string, string> = NO_OPTIONS,
    private readonly depth = 0,
  ) {
    this.stack = [...language.start()]
    this.vars = language.vars(options)
  }

  /** Lexes `text`, going on in the state the last text left. */
  run(text: string): void {
    const sink = this.sink
    this.text = text
    if (this.nextSeen.size > 0) this.nextSeen.clear()
    if (this.failed.size > 0) this.failed.clear()
    const length = text.length
    let at = 0
    let empty = 0
    while (at < length) {
      const code = text.charCodeAt(at)
      const slot = Math.min(code, 128)
      const state = this.stack[this.stack.length - 1]!
      const rules = state.table[slot] ?? state.rulesFor(slot)
      let end = -1
      for (let i = 0; i < rules.length; i++) {
        const rule = rules[i]!
        if (rule.atLineStart && at > 0 && text.charCodeAt(at - 1) !== 10) continue
        if (rule.needs !== undefined && !this.follows(rule.needs, at)) continue
        if (rule.hopeless !== false && at < (this.failed.get(rule.re) ?? 0)) continue
        end = this.tryRule(rule, at)
        if (end >= 0) break
        if (rule.hopeless !== false) this.failed.set(rule.re, this.hopeUntil(rule, at))
      }
      if (end > at) empty = 0
      else if (end === at && ++empty > EMPTY_MATCHES) end = -1
      if (end < 0) {
        end = Math.min(at + (code >= 0xd800 && code < 0xdc00 ? 2 : 1), length)
        sink.emit('err', text, at, end)
      }
      at = end
    }
  }

  /** The end of the match of `rule` at `at`, after emitting it and moving; -1 if it does not match. */
  private tryRule(rule: CompiledRule, at: number): number {
    const { re, cls, words } = rule
    const text = this.text
    re.lastIndex = at
    let end: number
    if (cls !== undefined) {
      if (!re.test(text)) return -1
      end = re.lastIndex
      this.sink.emit(cls, text, at, end)
    } else if (words !== undefined) {
      if (!re.test(text)) return -1
      end = re.lastIndex
      const word = text.slice(at, end)
      this.sink.emit(
        words.words.get(words.fold ? word.toLowerCase() : word) ?? words.otherwise,
        text,
        at,
        end,
      )
    } else {
      const m = re.exec(text)
      if (m === null) return -1
      end = at + m[0].length
      this.at = at
      this.matchEnd = end
      if (rule.groups !== undefined) this.groups(m, ...rule.groups)
      else if (rule.call?.(this, m) === false) return -1
      end = this.matchEnd
      if (this.at < end) this.sink.emit('', text, this.at, end)
    }
    if (rule.moves.length > 0) this.move(rule)
    return end
  }

  private move(rule: CompiledRule): void {
    const stack = this.stack
    for (const { pop, push, again } of rule.moves) {
      if (pop > 0) this.pop(pop)
      if (again) stack.push(stack[stack.length - 1]!)
      for (const state of push) stack.push(state)
    }
    if (stack.length === 0) stack.push(...this.language.start())
  }

  follows(needed: string, at: number): boolean {
    let seen = this.nextSeen.get(needed) ?? 0
    if (seen <= at) {
      seen = this.text.indexOf(needed, at + 1)
      if (seen < 0) seen = Number.POSITIVE_INFINITY
      this.nextSeen.set(needed, seen)
    }
    return seen !== Number.POSITIVE_INFINITY
  }

  private hopeUntil(rule: CompiledRule, at: number): number {
    const end = HOPE[String(rule.hopeless)]
    if (end === undefined) return Number.POSITIVE_INFINITY
    end.lastIndex = at
    return end.test(this.text) ? end.lastIndex - 1 : Number.POSITIVE_INFINITY
  }

  token(cls: TokenClass, text: string): void {
    const end = Math.min(this.at + text.length, this.matchEnd)
    this.sink.emit(cls, this.text, this.at, end)
    this.at = end
  }

  groups(m: RegExpExecArray, ...classes: readonly TokenClass[]): void {
    for (let i = 0; i < classes.length; i++) {
      const text = m[i + 1]
      if (text !== undefined) this.token(classes[i]!, text)
    }
  }

  push(state?: string): void {
    this.stack.push(state === undefined ? this.stack[this.stack.length - 1]! : this.language.state(state))
  }

  pop(count = 1): void {
    for (let i = 0; i < count; i++) this.stack.pop()
  }

  goto(state: string): void {
    this.stack.pop()
    this.stack.push(this.language.state(state))
  }

  toRoot(): void {
    this.stack.length = 1
  }

  state(name: string): boolean {
    return this.stack[this.stack.length - 1]?.name === name
  }

  inside(name: string): boolean {
    return this.stack.some((state) => state.name === name)
  }

  delegate(language: string, text: string): void {
    let child = this.children.get(language)
    if (child === undefined) {
      const { name, options } = fancyName(language)
      const found = this.find(name)
      if (found === undefined || this.depth >= DEEPEST) {
        this.token('', text)
        return
      }
      child = new Lexer(found, this.sink, this.find, options, this.depth + 1)
      this.children.set(language, child)
    }
    child.run(text)
    this.at += text.length
  }

  leave(language: string, state: string): void {
    const child = this.children.get(language)
    if (child?.state(state)) child.pop()
  }

  known(language: string): boolean {
    return this.find(fancyName(language).name) !== undefined
  }

  reset(language: string): void {
    this.children.delete(language)
  }

  recurse(text: string): void {
    if (this.depth >= DEEPEST) {
      this.token('', text)
      return
    }
    new Lexer(this.language, this.sink, this.find, this.options, this.depth + 1).run(text)
    this.at += text.length
  }

  extend(end: number): void {
    this.matchEnd = end
  }

  unread(): void {
    this.matchEnd = this.at
  }
}
