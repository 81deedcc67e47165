/**
 * YAML text to tokens, with the rules of YAML 1.1 as libyaml (which Ruby uses) applies them: what it accepts is
 * accepted, what it rejects is rejected in its words. YAML 1.2 libraries differ in both: they refuse a `]` in the
 * first column, which many sites have, and take tabs and `[a:]`, which Ruby refuses.
 *
 * Keys are found late: `a: 1` is a scalar until its colon is seen. So the scanner notes where a key could have begun
 * (a "simple key", at most one per bracket level, on one line) and puts the key's token there once the colon comes.
 */
import { scanBlock } from './yaml-block-scalar.ts'
import { afterBreak, isBlank, isBlankOrEnd, isBreak, isDocumentMark, lineEnd } from './yaml-chars.ts'
import { scanPlain, scanQuoted } from './yaml-scalars.ts'
import { type ScannedScalar, TOKEN, type TokenType, YamlFailure, type YamlToken } from './yaml-token.ts'

/** A token that waits to be taken. Key tokens are put between others, so each knows the one behind it. */
interface QueuedToken extends YamlToken {
  next: QueuedToken | undefined
}

interface SimpleKey {
  /** a mapping's next key must stand here: without its colon the text is wrong */
  readonly required: boolean
  /** the token it would stand behind */
  readonly behind: QueuedToken
  readonly start: number
  readonly line: number
  readonly column: number
}

/** A key and its colon may be this far apart. */
const MAX_KEY_LENGTH = 1024

/** The tokens of one text, read as they are asked for. */
export class YamlScanner {
  private at = 0
  private line = 0
  private lineStart = 0
  /** the last token taken; before that, one that stands for none */
  private taken: QueuedToken = { type: TOKEN.streamEnd, start: 0, text: '', plain: false, next: undefined }
  /** the last token read */
  private last = this.taken
  private ended = false
  /** column of the block collection around, and of those around it; -1 outside of all */
  private indent = -1
  private readonly indents: number[] = []
  private keyAllowed = true
  /** the possible key of each bracket level, outermost first */
  private readonly keys: (SimpleKey | undefined)[] = [undefined]
  /** the outermost level that may have one: the levels outside of it need no look for each token */
  private firstKey = 0

  constructor(private readonly text: string) {}

  /** The next token, which stays the next. */
  peek(): YamlToken {
    this.fill()
    return this.taken.next ?? this.last
  }

  /** Drops the token `peek` gave. */
  skip(): void {
    this.fill()
    this.taken = this.taken.next ?? this.taken
  }

  private fill(): void {
    while (!this.ended && (this.taken.next === undefined || this.keyPendingAtHead())) this.fetch()
  }

  /** Whether the first token in the queue may still turn out to follow a key token. */
  private keyPendingAtHead(): boolean {
    this.dropStaleKeys()
    return this.keys[this.firstKey]?.behind === this.taken
  }

  private get inFlow(): boolean {
    return this.keys.length > 1
  }

  private get column(): number {
    return this.at - this.lineStart
  }

  private push(type: TokenType, start = this.at, text = '', plain = false): void {
    this.insert(this.last, type, start, text, plain)
  }

  private insert(behind: QueuedToken, type: TokenType, start: number, text = '', plain = false): void {
    const token = { type, start, text, plain, next: behind.next }
    behind.next = token
    if (this.last === behind) this.last = token
  }

  private fetch(): void {
    const { text } = this
    this.skipSpace()
    this.dropStaleKeys()
    this.unrollIndent(this.column)
    const code = text.charCodeAt(this.at)
    if (this.at >= text.length) this.fetchEnd()
    else if (this.at === this.lineStart && code === 37) this.fetchDirective()
    else if (this.at === this.lineStart && isDocumentMark(text, this.at)) this.fetchDocumentMark(code === 45)
    else if (!this.fetchIndicator(code, text.charCodeAt(this.at + 1))) this.fetchPlain(code)
  }

  /** Fetches what a sign starts; false when the character at hand is none here. */
  private fetchIndicator(code: number, next: number): boolean {
    switch (code) {
      case 91:
        this.fetchFlowStart(TOKEN.flowSequenceStart)
        return true
      case 123:
        this.fetchFlowStart(TOKEN.flowMappingStart)
        return true
      case 93:
        this.fetchFlowEnd(TOKEN.flowSequenceEnd)
        return true
      case 125:
        this.fetchFlowEnd(TOKEN.flowMappingEnd)
        return true
      case 44:
        this.fetchFlowEntry()
        return true
      case 45:
        if (isBlankOrEnd(next)) this.fetchBlockEntry()
        return isBlankOrEnd(next)
      case 63:
        if (this.inFlow || isBlankOrEnd(next)) this.fetchKey()
        return this.inFlow || isBlankOrEnd(next)
      case 58:
        if (!this.inFlow && !isBlankOrEnd(next)) return false
        this.fetchValue()
        return true
      case 42:
        this.fetchAnchor(TOKEN.alias)
        return true
      case 38:
        this.fetchAnchor(TOKEN.anchor)
        return true
      case 33:
        this.fetchTag()
        return true
      case 124:
      case 62:
        if (!this.inFlow) this.fetchBlockScalar()
        return !this.inFlow
      case 39:
      case 34:
        this.fetchScalar(scanQuoted(this.text, this.at, this.lineStart), false)
        return true
    }
    return false
  }

  private fetchPlain(code: number): void {
    if (!this.startsPlain(code, this.text.charCodeAt(this.at + 1)))
      throw new YamlFailure(
        'found character that cannot start any token',
        'while scanning for the next token',
        this.at,
      )
    this.fetchScalar(scanPlain(this.text, this.at, this.lineStart, this.indent + 1, this.inFlow), true)
  }

  private startsPlain(code: number, next: number): boolean {
    if (code === 45) return !isBlank(next)
    // A colon here stands before a letter: upstream Jekyll's YAML takes `[:a]` for texts, libyaml does not.
    if (code === 63 || code === 58) return !this.inFlow && !isBlankOrEnd(next)
    return !isBlankOrEnd(code) && !',[]{}#&*!|>\'"%@`'.includes(String.fromCharCode(code))
  }

  /** Skips blanks, comments and line breaks. Where a key may stand, a tab is no blank. */
  private skipSpace(): void {
    const { text } = this
    for (;;) {
      const code = text.charCodeAt(this.at)
      if (code === 32 || (code === 9 && (this.inFlow || !this.keyAllowed))) this.at++
      else if (code === 35) this.at = lineEnd(text, this.at)
      else if (isBreak(code)) {
        this.newline(afterBreak(text, this.at))
        if (!this.inFlow) this.keyAllowed = true
      } else return
    }
  }

  private newline(at: number): void {
    this.at = at
    this.line++
    this.lineStart = at
  }

  /** Moves to `end`, counting the lines on the way. */
  private advance(end: number): void {
    const { text } = this
    let { at } = this
    while (at < end)
      if (isBreak(text.charCodeAt(at))) {
        at = afterBreak(text, at)
        this.newline(at)
      } else at++
    this.at = at
  }

  /** Keys stand further on the deeper their level is, so the outermost one is the first to be too far away. */
  private dropStaleKeys(): void {
    for (; this.firstKey < this.keys.length; this.firstKey++) {
      const key = this.keys[this.firstKey]
      if (key === undefined) continue
      if (key.line === this.line && key.start + MAX_KEY_LENGTH >= this.at) return
      this.dropKey(this.firstKey)
    }
  }

  private dropKey(level: number): void {
    const key = this.keys[level]
    if (key?.required === true)
      throw new YamlFailure("could not find expected ':'", 'while scanning a simple key', key.start)
    this.keys[level] = undefined
  }

  private saveKey(): void {
    if (!this.keyAllowed) return
    const level = this.keys.length - 1
    this.dropKey(level)
    this.firstKey = Math.min(this.firstKey, level)
    this.keys[level] = {
      required: !this.inFlow && this.indent === this.column,
      behind: this.last,
      start: this.at,
      line: this.line,
      column: this.column,
    }
  }

  /** Opens a block collection at `column` when that is deeper; its token goes behind `behind`. */
  private rollIndent(column: number, type: TokenType, start: number, behind = this.last): void {
    if (this.inFlow || this.indent >= column) return
    this.indents.push(this.indent)
    this.indent = column
    this.insert(behind, type, start)
  }

  private unrollIndent(column: number): void {
    if (this.inFlow) return
    while (this.indent > column) {
      this.push(TOKEN.blockEnd)
      this.indent = this.indents.pop() ?? -1
    }
  }

  private closeBlocks(): void {
    this.unrollIndent(-1)
    this.dropKey(this.keys.length - 1)
    this.keyAllowed = false
  }

  private fetchEnd(): void {
    // libyaml ends on a line of its own.
    if (this.column !== 0) this.newline(this.at)
    this.dropStaleKeys()
    this.closeBlocks()
    this.push(TOKEN.streamEnd)
    this.ended = true
  }

  private fetchDirective(): void {
    this.closeBlocks()
    const start = this.at
    const end = lineEnd(this.text, start)
    const line = this.text.slice(start, end)
    const context = 'while scanning a directive'
    const name = /^%([\w-]*)/.exec(line)?.[1] ?? ''
    if (name !== '' && !/^[ \t]|^$/.test(line.slice(name.length + 1)))
      throw new YamlFailure('found unexpected non-alphabetical character', context, start)
    if (name === '') throw new YamlFailure('could not find expected directive name', context, start)
    if (name !== 'YAML' && name !== 'TAG')
      throw new YamlFailure('found unknown directive name', context, start)
    this.push(TOKEN.directive, start, line)
    this.at = end
  }

  private fetchDocumentMark(isStart: boolean): void {
    this.closeBlocks()
    this.push(isStart ? TOKEN.documentStart : TOKEN.documentEnd)
    this.at += 3
  }

  private fetchFlowStart(type: TokenType): void {
    this.saveKey()
    this.keys.push(undefined)
    this.keyAllowed = true
    this.push(type)
    this.at++
  }

  private fetchFlowEnd(type: TokenType): void {
    this.dropKey(this.keys.length - 1)
    if (this.inFlow) this.keys.pop()
    this.keyAllowed = false
    this.push(type)
    this.at++
  }

  private fetchFlowEntry(): void {
    this.dropKey(this.keys.length - 1)
    this.keyAllowed = true
    this.push(TOKEN.flowEntry)
    this.at++
  }

  private fetchBlockEntry(): void {
    if (!this.inFlow) {
      if (!this.keyAllowed)
        throw new YamlFailure('block sequence entries are not allowed in this context', '', this.at)
      this.rollIndent(this.column, TOKEN.blockSequenceStart, this.at)
    }
    this.dropKey(this.keys.length - 1)
    this.keyAllowed = true
    this.push(TOKEN.blockEntry)
    this.at++
  }

  private fetchKey(): void {
    if (!this.inFlow) {
      if (!this.keyAllowed) throw new YamlFailure('mapping keys are not allowed in this context', '', this.at)
      this.rollIndent(this.column, TOKEN.blockMappingStart, this.at)
    }
    this.dropKey(this.keys.length - 1)
    this.keyAllowed = !this.inFlow
    this.push(TOKEN.key)
    this.at++
  }

  private fetchValue(): void {
    const level = this.keys.length - 1
    const key = this.keys[level]
    if (key !== undefined) {
      this.insert(key.behind, TOKEN.key, key.start)
      this.rollIndent(key.column, TOKEN.blockMappingStart, key.start, key.behind)
      this.keys[level] = undefined
      this.keyAllowed = false
    } else {
      if (!this.inFlow) {
        if (!this.keyAllowed)
          throw new YamlFailure('mapping values are not allowed in this context', '', this.at)
        this.rollIndent(this.column, TOKEN.blockMappingStart, this.at)
      }
      this.keyAllowed = !this.inFlow
    }
    this.push(TOKEN.value)
    this.at++
  }

  private fetchAnchor(type: typeof TOKEN.alias | typeof TOKEN.anchor): void {
    this.saveKey()
    this.keyAllowed = false
    const start = this.at
    let end = start + 1
    while (/[\w-]/.test(this.text.charAt(end))) end++
    const next = this.text.charCodeAt(end)
    if (end === start + 1 || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(this.text.charAt(end))))
      throw new YamlFailure(
        'did not find expected alphabetic or numeric character',
        `while scanning an ${type === TOKEN.alias ? 'alias' : 'anchor'}`,
        start,
      )
    this.push(type, start, this.text.slice(start + 1, end))
    this.at = end
  }

  private fetchTag(): void {
    this.saveKey()
    this.keyAllowed = false
    const start = this.at
    const [tag = '!'] =
      /^!(?:<[^\s>]*>|[\w-]*!)?[\w\-;/?:@&=+$.!~*'()%]*/.exec(this.text.slice(start, start + 1000)) ?? []
    if (/^!(?:<>|<[^>]*$|[\w-]*!$)/.test(tag) && tag !== '!')
      throw new YamlFailure('did not find expected tag URI', 'while parsing a tag', start)
    const next = this.text.charCodeAt(start + tag.length)
    if (!isBlankOrEnd(next) && !(this.inFlow && next === 44))
      throw new YamlFailure('did not find expected whitespace or line break', 'while scanning a tag', start)
    this.push(TOKEN.tag, start, tag)
    this.at = start + tag.length
  }

  private fetchBlockScalar(): void {
    this.dropKey(this.keys.length - 1)
    this.keyAllowed = true
    const start = this.at
    const scalar = scanBlock(this.text, start, this.indent)
    this.push(TOKEN.scalar, start, scalar.text)
    this.advance(scalar.end)
  }

  private fetchScalar(scalar: ScannedScalar, plain: boolean): void {
    this.saveKey()
    this.keyAllowed = scalar.leadingBlanks
    this.push(TOKEN.scalar, this.at, scalar.text, plain)
    this.advance(scalar.end)
  }
}
