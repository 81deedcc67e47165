/**
 * Nodes to JavaScript. A template becomes
 *
 *     const {get,text,…}=R,f0=F("upcase")
 *     return function(rt){let o="";try{o+=text(f0(rt,rt.find("a")))}catch(e){o+=rt.error(e,L[0])}return o}
 *
 * `R` is the runtime's functions, `F` gives a filter by name, `H` are tags of the host, `T` long texts, `L` line numbers,
 * `rt` is the rendering. Loop variables are JavaScript
 * locals; loops whose body can look up variables by name (includes, host tags and filters) show theirs to the rendering
 * as well. Each node catches its own errors, so the rest goes on, as in Liquid.
 *
 * Nothing of a template is ever written into the code but as a literal of JSON or a name made here.
 */
import { EncodingEmitter } from './emit-encodings.ts'
import type { LoopScope } from './emit-values.ts'
import { isText, type Text } from './literal-text.ts'

/** Longer texts are kept beside the code. */
const MAX_LITERAL = 40
/** Names a JavaScript function may hold before the rest goes into another: each takes a place on the stack. */
const MAX_LOCALS = 1000

/** What can emit itself. */
export interface Emittable {
  /** holds several bodies, of which it renders some */
  readonly branches?: true
  emit(e: Emitter): void
}

interface Body {
  readonly items: readonly (Emittable | Text)[]
}

/** What a template becomes: `code` is the body of a function of (R, F, H, T, L); T are its texts, L its lines. */
export interface EmittedCode {
  readonly code: string
  readonly texts: readonly string[]
  readonly lines: readonly number[]
}

/** Where `break` and `continue` lead: a JavaScript loop, a labelled block, or the end of the function. */
interface Boundary {
  readonly kind: 'loop' | 'block' | 'function'
  readonly label: string
  /** whether something inside jumped out with an interrupt pending */
  jumped: boolean
  /** check for a pending interrupt after each node (cells of `tablerow`, which do not take interrupts) */
  readonly checkEach: boolean
}

export class Emitter extends EncodingEmitter {
  private code = ''
  private pending = ''
  private count = 0
  /** names made in the present JavaScript function: V8 keeps a place on the stack for each */
  private locals = 0
  private buffer = 'o'
  /** whether what is written stands in a block whose text is dropped */
  private inBlank = false
  private boundary: Boundary = { kind: 'function', label: '', jumped: false, checkEach: false }
  private readonly texts: string[] = []
  private readonly lines: number[] = []
  /** where texts have encodings: the JavaScript variable that is told the encoding of the first piece, until it is there */
  private first: string | undefined

  /** The whole template's code. */
  template(body: Body): EmittedCode {
    const { joinsEncodings } = this.dialect
    if (joinsEncodings) this.first = 'a'
    this.body(body)
    this.flush()
    if (joinsEncodings) this.code = `let a=true;${this.code}rt.ascii=a;`
    // In parentheses V8 compiles the function at once, instead of skimming it first: a third faster to start.
    const code = `const ${this.hoisted()};return (function(rt){let o="";${this.code}return o})`
    return { code, texts: this.texts, lines: this.lines }
  }

  /** Appends JavaScript. */
  write(code: string): void {
    this.flush()
    this.code += code
  }

  /** A new JavaScript name. */
  fresh(prefix: string): string {
    this.locals++
    return `${prefix}${this.count++}`
  }

  /** A line number. Kept out of the code, so that templates of one shape have the same code, which V8 compiles once. */
  line(line: number): string {
    if (this.lines[this.lines.length - 1] !== line) this.lines.push(line)
    return `L[${this.lines.length - 1}]`
  }

  /** The name of the string now written to. */
  get target(): string {
    return this.buffer
  }

  /** Whether the first piece of the text now written is still to come. */
  get beginning(): boolean {
    return this.first !== undefined && !this.inBlank
  }

  /** The first piece of the text now written is here; it is US-ASCII where `ascii`, JavaScript, holds. */
  begins(ascii: string): void {
    if (this.first === undefined || this.inBlank) return
    const { first } = this
    this.first = undefined
    this.write(`${first}=${ascii};`)
  }

  /** For what renders one of several bodies, or none, which counts as UTF-8: gives what is to write each of them. */
  alternatives(): (write: () => void) => void {
    if (!this.beginning) return (write) => write()
    const { first } = this
    this.begins('false')
    return (write) => {
      this.write(`${first}=true;`)
      this.first = first
      write()
      this.first = undefined
    }
  }

  /** Appends literal text to the output. */
  text(text: string): void {
    this.begins('false')
    this.pending += text
  }

  /** Appends the value of `js`, a string, to the output. */
  append(js: string): void {
    this.write(`${this.buffer}+=${js};`)
  }

  private flush(): void {
    if (this.pending === '') return
    const js =
      this.pending.length > MAX_LITERAL
        ? `T[${this.texts.push(this.pending) - 1}]`
        : JSON.stringify(this.pending)
    this.code += `${this.buffer}+=${js};`
    this.pending = ''
  }

  /** Code whose errors are noted with `line` and printed here, those of blank nodes only where the dialect prints them. */
  guarded(line: number, blank: boolean, write: () => void): void {
    const silent = blank && (this.inBlank || !this.dialect.printsBlankErrors)
    const told = this.beginning && !silent ? `${this.first}=false;` : ''
    this.write('try{')
    const outer = this.inBlank
    this.inBlank ||= blank
    write()
    this.inBlank = outer
    const place = this.line(line)
    this.write(
      silent ? `}catch(e){rt.error(e,${place})}` : `}catch(e){${told}${this.buffer}+=rt.error(e,${place})}`,
    )
  }

  /** All of a body, in functions of its own where the present one grows too large. */
  body({ items }: Body): void {
    let index = this.items(items, 0)
    while (index < items.length) {
      const from = index
      const { js, jumped } = this.inFunction(() => {
        index = this.items(items, from)
      })
      this.append(`(${js})()`)
      if (jumped) this.checkInterrupt()
    }
  }

  /** Emits items until there are no more or the function has enough; gives the index of the next. */
  private items(items: Body['items'], from: number): number {
    let index = from
    for (; index < items.length; index++) {
      if (this.locals > MAX_LOCALS && index > from) return index
      const item = items[index]!
      if (isText(item)) {
        this.text(item.text)
        continue
      }
      item.emit(this)
      if (this.boundary.checkEach && (item.branches || this.dialect.interruptsCells)) this.checkInterrupt()
    }
    return index
  }

  /** A function that gives what `write` prints. Inside, interrupts leave the function. */
  private inFunction(write: () => void): { readonly js: string; readonly jumped: boolean } {
    this.flush()
    const saved = { code: this.code, buffer: this.buffer, boundary: this.boundary, locals: this.locals }
    this.code = ''
    this.locals = 0
    this.buffer = this.fresh('c')
    this.boundary = {
      kind: 'function',
      label: this.buffer,
      jumped: false,
      checkEach: saved.boundary.checkEach,
    }
    write()
    this.flush()
    const js = `()=>{let ${this.buffer}="";${this.code}return ${this.buffer}}`
    const { jumped } = this.boundary
    this.code = saved.code
    this.buffer = saved.buffer
    this.boundary = saved.boundary
    this.locals = saved.locals
    return { js, jumped }
  }

  /** `write` with output going to a new string; gives that string's name. Interrupts stay pending. */
  captured(
    write: () => void,
    checkEach = this.boundary.checkEach,
  ): { readonly name: string; readonly jumped: boolean; readonly ascii: string } {
    this.flush()
    const outer = this.boundary
    const outerFirst = this.first
    const before = this.code
    this.code = ''
    const ascii = this.dialect.joinsEncodings ? this.fresh('a') : undefined
    this.first = ascii
    const outerBuffer = this.buffer
    const label = this.fresh('b')
    const { inBlank } = this
    this.inBlank = false
    this.buffer = this.fresh('c')
    this.boundary = { kind: 'block', label, jumped: false, checkEach }
    const name = this.buffer
    write()
    this.write('}')
    this.code = `${before}let ${name}=""${ascii === undefined ? '' : `,${ascii}=true`};${label}:{${this.code}`
    this.first = outerFirst
    const { jumped } = this.boundary
    this.inBlank = inBlank
    this.buffer = outerBuffer
    this.boundary = outer
    return { name, jumped, ascii: ascii ?? 'false' }
  }

  /** A function that renders `body` into a string, for host tags; variables in it are looked up by name. */
  callback(body: Body): string {
    const { first } = this
    this.first = undefined
    this.scopes.push('barrier')
    const { js } = this.inFunction(() => this.body(body))
    this.scopes.pop()
    this.first = first
    return js
  }

  /** A `for` body: `break` and `continue` inside become JavaScript's. */
  loopBody(label: string, scope: LoopScope, body: Body): void {
    const outer = this.boundary
    this.boundary = { kind: 'loop', label, jumped: false, checkEach: false }
    this.scopes.push(scope)
    this.body(body)
    this.flush()
    this.scopes.pop()
    this.boundary = outer
  }

  /** Code inside a scope without a change of boundary (cells of `tablerow`). */
  scoped(scope: LoopScope, write: () => void): void {
    this.scopes.push(scope)
    write()
    this.flush()
    this.scopes.pop()
  }

  /** `break` or `continue`. */
  interrupt(kind: 'break' | 'continue'): void {
    const { boundary } = this
    if (boundary.kind === 'loop') this.write(`${kind} ${boundary.label};`)
    else {
      this.write(`rt.interrupts.push("${kind}");`)
      this.leave()
    }
  }

  private leave(): void {
    this.boundary.jumped = true
    const told = this.boundary.label === '' && this.dialect.joinsEncodings ? 'rt.ascii=a;' : ''
    if (this.boundary.kind === 'function') this.write(`${told}return ${this.buffer};`)
    else this.write(`break ${this.boundary.label};`)
  }

  /** After code that may have left an interrupt pending: acts on it. */
  checkInterrupt(): void {
    const { boundary } = this
    if (boundary.kind === 'loop')
      this.write(
        `if(rt.interrupts.length>0){if(rt.interrupts.pop()==="break")break ${boundary.label};continue ${boundary.label};}`,
      )
    else {
      this.write('if(rt.interrupts.length>0){')
      this.leave()
      this.write('}')
    }
  }
}
