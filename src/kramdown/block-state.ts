/**
 * Where the block pass is: a text, an offset at the start of a line, the element that is being filled. One rule per
 * construct reads from it (`block/*.ts`); a rule that returns true has moved `pos`, one that returns false has not.
 */

import { mergeAttributeLists, newAttributeList } from './attribute-list.ts'
import {
  blankToLineEnd,
  CARET,
  COLON,
  codeAt,
  LBRACE,
  LF,
  nextLine,
  RBRACE,
  SLASH,
  SPACE,
  TAB,
} from './chars.ts'
import type { AttributeList, ElementType } from './element.ts'
import { addChild, Element, NONE } from './element.ts'
import { LineCounter } from './line-counter.ts'
import type { ParsedDocument } from './parsed-document.ts'
import type { ByCharacter, Rule } from './rules.ts'
import { forCharacter } from './rules.ts'
import { TextFinder } from './text-finder.ts'

/** Blocks deeper than this are read as plain paragraphs, so that no input exhausts the stack. */
export const MAX_DEPTH = 100

/** Where the fences of a text are: found once, so that an opening fence without its end costs nothing more. */
export interface Fences {
  readonly at: number[]
  readonly length: number[]
  /** the longest fence from here on */
  readonly longest: number[]
}

/** Asks about the line at `pos`, whose first character (after up to three spaces) is at `at`. */
type LineTest = (s: BlockState, pos: number, at: number) => boolean

/** Which lines above a block ends, and by what its first line must look like: less than the rule itself wants. */
export interface Interruption {
  readonly lines: 'lazy' | 'paragraph'
  readonly when: LineTest
}

export interface BlockRule extends Rule {
  readonly rule: (s: BlockState) => boolean
  readonly interrupts?: Interruption
  /** whether it is tried for lines that lie too deep, too */
  readonly atAnyDepth?: true
}

/** A table of rules by the first characters of lines. */
export interface BlockDispatch {
  readonly rules: ByCharacter<BlockRule>
  /** what is left of them for lines that lie too deep */
  readonly deepRules: ByCharacter<BlockRule>
  readonly lazyEnds: ByCharacter<LineTest>
  readonly paragraphEnds: ByCharacter<LineTest>
}

/** What the pass gives its rules, so that they can nest without importing it. */
export interface BlockPass {
  readonly dispatch: BlockDispatch
  /** reads `text` into `el` */
  readonly readBlocks: (
    doc: ParsedDocument,
    el: Element,
    text: string,
    firstLine: number,
    depth: number,
  ) => void
  /** goes on reading a text into `el` up to its closing tag; true when that was found */
  readonly readInto: (s: BlockState, el: Element, stopTag: string) => boolean
}

export class BlockState {
  /** closing fences by their mark */
  fences: Map<number, Fences> | null = null
  pos = 0
  /** attribute list in front of the next block; the first element made takes it */
  ial: AttributeList | null = null
  /** the closing tag that ends the HTML element being filled; '' at the top */
  stopTag = ''
  /** the closing tag was found */
  stopped = false
  htmlDepth = 0
  /** a raw element without its closing tag reached the end of the text */
  endWarned = false
  private ownFinder: TextFinder | null = null
  /** names of elements with the offset after which no closing tag of theirs comes */
  private closings: Map<string, number> | null = null
  private ownLines: LineCounter | null = null
  /** the last answer of `lineEnd` and what it was asked for */
  private endOf = -1
  private end = 0
  private nextPipe = -1

  constructor(
    readonly pass: BlockPass,
    readonly doc: ParsedDocument,
    readonly text: string,
    public el: Element,
    /** line of the source the text starts at */
    readonly firstLine: number,
    readonly depth: number,
  ) {}

  /** Reads `text` into `el`, one level deeper. */
  readInside(el: Element, text: string, firstLine: number): void {
    this.pass.readBlocks(this.doc, el, text, firstLine, this.depth + 1)
  }

  /** Does the line at `pos` end lines that go on with a block without its marks? */
  endsLazyLines(pos: number): boolean {
    return this.passes(this.pass.dispatch.lazyEnds, pos)
  }

  /** Does the line at `pos` end the paragraph above it? */
  endsParagraph(pos: number): boolean {
    return this.passes(this.pass.dispatch.paragraphEnds, pos)
  }

  private passes(tests: ByCharacter<LineTest>, pos: number): boolean {
    const at = optSpace(this.text, pos)
    const own = forCharacter(tests, at < this.text.length ? this.text.charCodeAt(at) : LF)
    for (let k = 0; k < own.length; k++) if (own[k]!(this, pos, at)) return true
    return false
  }

  get finder(): TextFinder {
    return (this.ownFinder ??= new TextFinder(this.text))
  }

  get noClosing(): Map<string, number> {
    return (this.closings ??= new Map())
  }

  /** The source line of offset `pos`, 0 when nobody asks. */
  line(pos: number): number {
    if (this.doc.warnings === null) return 0
    return this.firstLine + (this.ownLines ??= new LineCounter(this.text)).before(pos)
  }

  /** `nextLine` of this text; rules ask one after the other for the end of the same line. */
  lineEnd(pos: number): number {
    if (pos !== this.endOf) {
      this.endOf = pos
      this.end = nextLine(this.text, pos)
    }
    return this.end
  }

  warn(message: string): void {
    this.doc.warnings?.add(message)
  }

  /** First `|` at or after `pos`, -1 when there is none. */
  pipeFrom(pos: number): number {
    if (this.nextPipe < pos) {
      const i = this.text.indexOf('|', pos)
      this.nextPipe = i < 0 ? this.text.length : i
    }
    return this.nextPipe >= this.text.length ? -1 : this.nextPipe
  }

  last(): Element | undefined {
    return this.el.children[this.el.children.length - 1]
  }

  /** Adds a block; it takes the attribute list that waits. */
  add(type: ElementType, value = '', children: Element[] = NONE): Element {
    const el = new Element(type, value, children)
    if (this.ial !== null) this.takeIal(el)
    addChild(this.el, el)
    return el
  }

  /** Gives the attribute list that waits to an element. */
  takeIal(el: Element): void {
    if (!this.ial) return
    this.attach(el, this.ial)
    this.ial = null
  }

  /** Notes an attribute list for an element; applied when all definitions are known. */
  attach(el: Element, list: AttributeList): void {
    let own = this.doc.ials.get(el)
    if (!own) this.doc.ials.set(el, (own = newAttributeList()))
    mergeAttributeLists(own, list)
  }

  /** After a blank line, at the start, after `^`, or with an attribute list in front. */
  afterBoundary(): boolean {
    const last = this.last()
    return (
      last === undefined ||
      last.type === 'blank' ||
      (last.type === 'eob' && last.value === '') ||
      this.ial !== null
    )
  }

  /** Before a blank line, `^`, an attribute list or the end. */
  beforeBoundary(pos: number): boolean {
    return pos >= this.text.length || blankToLineEnd(this.text, pos) || this.isEob(pos) || this.isIal(pos)
  }

  /** `^` alone on its line. */
  isEob(pos: number): boolean {
    return codeAt(this.text, pos) === CARET && blankToLineEnd(this.text, pos + 1)
  }

  /** A whole line `{: … }`: an attribute list for a block, or the definition of one. */
  isIal(pos: number): boolean {
    const c = codeAt(this.text, pos)
    if (c !== LBRACE && c !== SPACE) return false
    return this.ialEnd(optSpace(this.text, pos)) > 0
  }

  /** Offset of the `}` that ends the attribute list at `i`; 0 when there is none. */
  ialEnd(i: number): number {
    const s = this.text
    if (codeAt(s, i) !== LBRACE || codeAt(s, i + 1) !== COLON) return 0
    const c = codeAt(s, i + 2)
    if (c === SLASH || c === COLON || c === RBRACE) return 0
    const close = this.closingBrace(i + 2)
    return close > 0 && blankToLineEnd(s, close + 1) ? close : 0
  }

  /** The first `}` from `i` on that has no backslash in front; 0 when there is none. */
  closingBrace(i: number): number {
    return Math.max(this.finder.closingBrace(i), 0)
  }
}

/** The offset after up to three spaces. */
export function optSpace(s: string, i: number): number {
  if (codeAt(s, i) !== SPACE) return i
  if (codeAt(s, i + 1) !== SPACE) return i + 1
  return codeAt(s, i + 2) === SPACE ? i + 3 : i + 2
}

/** Does the line at `i` begin with a tab or four spaces? */
export function isIndented(s: string, i: number): boolean {
  const c = codeAt(s, i)
  return (
    c === TAB ||
    (c === SPACE && codeAt(s, i + 1) === SPACE && codeAt(s, i + 2) === SPACE && codeAt(s, i + 3) === SPACE)
  )
}

/** Is the line at `i` empty or white space? */
export function isBlankLine(s: string, i: number): boolean {
  const c = codeAt(s, i)
  return c === LF || blankToLineEnd(s, i)
}
