/**
 * Where the span pass is: a text, an offset, the element being filled, and the text that waits to be added to it.
 *
 * Rules live in `span/*.ts`. A rule is called with the offset of its first character. It returns the offset to go on
 * at, or 0 when the character is plain text. When it made an element it has called `push`; when it only skipped over
 * characters that stay text it has set `barrier`, because kramdown's quotes look at the character before them only when
 * that character was not taken by a rule.
 *
 * kramdown tries an emphasis or a link by reading on and goes back when no end is found, which is quadratic. Here each
 * such attempt leaves marks (`failed`, `brackets`) that let a later one know how it would end.
 */

import { BacktickRuns } from './backtick-runs.ts'
import { addChild, Element, infoOf, PLAIN } from './element.ts'
import { LineCounter } from './line-counter.ts'
import type { ParsedDocument } from './parsed-document.ts'
import type { ByCharacter, Rule } from './rules.ts'
import { TextFinder } from './text-finder.ts'

/** What ends a run of spans. */
export interface Stop {
  readonly kind: 'emphasis' | 'bracket' | 'tag'
  /** emphasis: its mark and how many of them */
  readonly mark: number
  readonly length: number
  /** tag: its name, and whether case matters */
  readonly name: string
  readonly exact: boolean
  /** bracket: how many are open, and where they were opened */
  open: number[]
}

export const EM = 1
export const STRONG = 2
export const LINK = 4

/** Spans deeper than this stay text, so that no input exhausts the stack. */
export const MAX_SPAN_DEPTH = 100

/** A character that begins something only when it stands there twice, or after a blank. */
export const TWICE = 1
export const AFTER_BLANK = 2

export interface SpanRule extends Rule {
  /** TWICE or AFTER_BLANK */
  readonly needs?: typeof TWICE | typeof AFTER_BLANK
  /** characters that end what it reads, besides those it begins with */
  readonly ends?: string
  /** reads what begins at `i` with the character `ch`: the offset to go on at, 0 when it is text */
  readonly rule: (s: SpanState, i: number, ch: number) => number
}

/** A table of rules by their first characters, and which characters those are. */
export interface SpanDispatch {
  readonly rules: ByCharacter<SpanRule>
  /** what is left of them in raw HTML, where only tags are read */
  readonly rawRules: ByCharacter<SpanRule>
  /** what is left of them where only code spans and tags are looked for */
  readonly codeRules: ByCharacter<SpanRule>
  /** finds any character that may begin or end something, or has to be escaped */
  readonly marks: RegExp
  /** for each character TWICE, AFTER_BLANK or 0 */
  readonly needs: Uint8Array
  /** is in a text that is more than itself */
  readonly beginsSomething: RegExp
}

/** What all texts of a document are read with. */
export interface SpanPass {
  readonly doc: ParsedDocument
  readonly dispatch: SpanDispatch
  /** reads spans into `el` up to what stops them; true when that was found (then `pos` is at it) */
  readonly readSpans: (s: SpanState, el: Element, stop: Stop | null) => boolean
  /** reads another text into `el`, in the state of `s` */
  readonly readApart: (s: SpanState, el: Element, text: string) => void
  /** lengths of the ids of link definitions */
  linkIdLengths: ReadonlySet<number> | null
}

/** One text and where the pass is in it: a new one for each text. */
export class SpanState {
  readonly doc: ParsedDocument
  pos = 0
  /** start of the text not yet added */
  from = 0
  /** characters before this offset were taken by a rule */
  barrier = 0
  /** which of EM, STRONG, LINK are open around here */
  mask = 0
  depth = 0
  /** more than 0 while an attempt is made that may be given up */
  attempts = 0
  /** only tags are read: inside of raw HTML */
  rawHtml = false
  /** inside of HTML or a strikethrough: a backslash at the end of a line stays */
  noBreaks = false
  /** only code spans and tags are read: to find the bars of a table */
  codeOnly = false
  /** for each offset the states, one bit each, in which an emphasis cannot be closed from there on */
  failed: Int32Array | null = null
  /** for each state and offset where a bracket closes, -1 for never, 0 for unknown */
  brackets: (Int32Array | undefined)[] | null = null
  /** HTML elements read inside of attempts, by state */
  elements: Map<number, { readonly el: Element; readonly end: number }> | null = null
  /** offsets of the text as ids count them */
  textOffsets: Uint32Array | null = null
  idOffsets: Uint32Array | null = null
  /** next place where a strikethrough can end */
  strikeEnd = -1
  strikeAsked = 0
  /** a part of a run of underscores, from its beginning */
  runStart = -1
  runEnd = -1
  /** the last `&`, `<` or `>` that stayed text */
  lastMarkup = -1
  private ownLines: LineCounter | null = null
  private ownFinder: TextFinder | null = null
  private ownTicks: BacktickRuns | null = null

  constructor(
    readonly pass: SpanPass,
    readonly text: string,
    public el: Element,
    readonly firstLine: number,
  ) {
    this.doc = pass.doc
  }

  get ticks(): BacktickRuns {
    return (this.ownTicks ??= new BacktickRuns(this.text))
  }

  get finder(): TextFinder {
    return (this.ownFinder ??= new TextFinder(this.text))
  }

  /** Is anybody told what looks wrong here? */
  get warns(): boolean {
    return this.doc.warnings !== null
  }

  warn(message: string): void {
    this.doc.warnings?.add(message)
  }

  /** The source line of offset `i`, 0 when nobody asks. */
  line(i: number): number {
    if (this.doc.warnings === null) return 0
    return this.firstLine + (this.ownLines ??= new LineCounter(this.text)).before(i)
  }

  /** Adds the text of `[from, to)` to an element. */
  addTo(el: Element, from: number, to: number): void {
    addText(el, this.text.slice(from, to), this.lastMarkup < from)
  }

  /** Adds the waiting text up to `to`. */
  flush(to: number): void {
    if (to > this.from) this.addTo(this.el, this.from, to)
    this.from = to
  }

  /** Adds an element that stands for `[start, end)`; returns `end`. */
  push(el: Element, start: number, end: number): number {
    if (start > this.from) this.addTo(this.el, this.from, start)
    addChild(this.el, el)
    this.from = end
    this.barrier = end
    return end
  }

  /** Adds text that stands for `[start, end)`; returns `end`. */
  pushText(value: string, start: number, end: number): number {
    if (start > this.from) this.addTo(this.el, this.from, start)
    addText(this.el, value, false)
    this.from = end
    this.barrier = end
    return end
  }

  /** The characters up to `end` stay text, and no rule looks at them again. */
  keep(end: number): number {
    this.barrier = end
    this.lastMarkup = end
    return end
  }
}

/** Adds text to an element; neighbouring texts are one element. `plain`: nothing in it needs escaping. */
function addText(el: Element, value: string, plain: boolean): void {
  const { children } = el
  if (children.length > 0) {
    const last = children[children.length - 1]!
    if (last.type === 'text') {
      last.value += value
      if (!plain) last.line = 0
      return
    }
  }
  const text = new Element('text', value)
  if (plain) text.line = PLAIN
  if (children.length === 0) el.children = [text]
  else children.push(text)
}

/** A copy of an element with attributes of its own, for an element that was read once and is used twice. */
export function copyOf(el: Element): Element {
  const copy = new Element(el.type, el.value, el.children)
  copy.attr = el.attr ? new Map(el.attr) : null
  if (el.info) Object.assign(infoOf(copy), el.info)
  copy.line = el.line
  return copy
}
