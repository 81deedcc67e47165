/**
 * Ruby as a WebAssembly program. What is asked of it and what it asks go as text: it is given the name of a method without
 * parameters and gives a text back; `JS.eval` of its own `js` library, which would run JavaScript, reaches the host as
 * the text it is, and the host answers it as a question. Nothing of JavaScript is in Ruby's reach.
 */
import { globalName } from './exported-globals.ts'
import { growInSteps } from './growth-steps.ts'
import type { KeptImage, MachineImage } from './machine-image.ts'

/** What Ruby has of the world besides its memory. */
export interface MachineHost {
  /** the functions of WASI: files, the clock, random numbers, what is printed */
  readonly system: WebAssembly.ModuleImports
  /** told of the instance before it runs, whose memory the functions of `system` write to */
  attach(instance: WebAssembly.Instance): void
  /** Answers a question of Ruby's code. Must not throw, and must not ask Ruby anything. */
  answer(question: string): string
}

/** Ruby stopped with an error that nothing in it has rescued. */
export class RubyFault extends Error {
  override readonly name = 'RubyFault'
}

interface Guest {
  readonly memory: WebAssembly.Memory
  _initialize(): void
  cabi_realloc(before: number, size: number, alignment: number, length: number): number
  'ruby-init: func(args: list<string>) -> ()'(list: number, length: number): void
  'ruby-init-loadpath: func() -> ()'(): void
  'rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>'(
    text: number,
    length: number,
  ): number
  'rb-funcallv-protect: func(recv: handle<rb-abi-value>, mid: u32, args: list<handle<rb-abi-value>>) -> tuple<handle<rb-abi-value>, s32>'(
    receiver: number,
    method: number,
    list: number,
    length: number,
  ): number
  'rb-intern: func(name: string) -> u32'(name: number, length: number): number
  'rb-errinfo: func() -> handle<rb-abi-value>'(): number
  'rb-clear-errinfo: func() -> ()'(): void
  'rstring-ptr: func(value: handle<rb-abi-value>) -> string'(handle: number): number
  'cabi_post_rstring-ptr'(result: number): void
  'canonical_abi_drop_rb-abi-value'(value: number): void
}

const GLOBALS = [0, 1, 2] as const
/** that of them which says how far down the stack goes, which lies below all else */
const STACK_POINTER = 0
/** Of them Asyncify's state, which is not 0 while it takes a stack away or brings one back. */
const STATE = 1
/** And where it takes a stack to: there are the place that comes next and the end. */
const COPY = 2
const PAGE = 65_536

export class RubyMachine {
  readonly #guest: Guest
  readonly #instance: WebAssembly.Instance
  readonly #handles: number[] = []
  readonly #free: number[] = []
  /** what Ruby has hold of on this side: the answers it has not read */
  readonly #answers = new Map<number, string>()
  #nextAnswer = 1
  readonly #methods = new Map<string, number>()
  readonly #encoder = new TextEncoder()
  readonly #decoder = new TextDecoder()

  /** `program` must export its globals, as `exportGlobals` makes it. */
  private constructor(program: WebAssembly.Module, host: MachineHost) {
    this.#instance = new WebAssembly.Instance(program, this.#imports(program, host))
    this.#guest = this.#instance.exports as unknown as Guest
    host.attach(this.#instance)
  }

  /** Starts Ruby, which takes half a second. */
  static start(program: WebAssembly.Module, host: MachineHost): RubyMachine {
    const machine = new RubyMachine(program, host)
    const guest = machine.#guest
    guest._initialize()
    const words = ['ruby', '--disable-gems', '-EUTF-8:UTF-8', '-e_=0'].map((word) =>
      machine.#put(`${word}\0`),
    )
    const list = guest.cabi_realloc(0, 0, 4, words.length * 8)
    const view = machine.#view()
    words.forEach(([at, length], i) => {
      view.setUint32(list + i * 8, at, true)
      view.setUint32(list + i * 8 + 4, length, true)
    })
    guest['ruby-init: func(args: list<string>) -> ()'](list, words.length)
    guest['ruby-init-loadpath: func() -> ()']()
    growInSteps(new Int32Array(guest.memory.buffer))
    return machine
  }

  /**
   * Brings back what the last of `images` was made of, by the same program with nothing in its memory; each but the first is the
   * difference to the one before. Undefined where one is damaged.
   */
  static restore(
    program: WebAssembly.Module,
    host: MachineHost,
    images: readonly KeptImage[],
  ): RubyMachine | undefined {
    const state = images.at(-1)?.state
    if (state === undefined) return undefined
    const machine = new RubyMachine(program, host)
    const { memory } = machine.#guest
    memory.grow((state.size - memory.buffer.byteLength) / PAGE)
    const bytes = new Uint8Array(memory.buffer)
    if (!images.every((image) => image.fill(bytes))) return undefined
    for (const [i, value] of state.globals.entries()) machine.#global(i).value = value
    machine.#handles.push(...state.handles)
    machine.#free.push(...state.free)
    machine.#nextAnswer = state.nextAnswer
    return machine
  }

  /** All there is, to be brought back later; none of its code may be running. The memory is what it has: it changes with the next call. */
  image(): MachineImage {
    return {
      memory: new Uint8Array(this.#guest.memory.buffer),
      from: this.#global(STACK_POINTER).value as number,
      size: this.#guest.memory.buffer.byteLength,
      globals: GLOBALS.map((i) => this.#global(i).value as number),
      handles: [...this.#handles],
      free: [...this.#free],
      nextAnswer: this.#nextAnswer,
    }
  }

  /** Runs Ruby code. Throws a RubyFault. */
  run(code: string): void {
    this.#drop(this.#eval(code))
  }

  /** What the method `name` of the constant `receiver` gives, a String in UTF-8. Throws a RubyFault. */
  call(receiver: number, name: string): string {
    const handle = this.#result(
      this.#guest[
        'rb-funcallv-protect: func(recv: handle<rb-abi-value>, mid: u32, args: list<handle<rb-abi-value>>) -> tuple<handle<rb-abi-value>, s32>'
      ](receiver, this.#method(name), 0, 0),
    )
    const text = this.#text(handle)
    this.#drop(handle)
    return text
  }

  /** Whether nothing of its stack was on its way to elsewhere when an error came through its code: then it may be asked where that was. */
  get isInPlace(): boolean {
    return this.#global(STATE).value === 0
  }

  /** Whether a stack was taken to a place too small for it, at which the program stops without a word. */
  get hasOverrun(): boolean {
    const copy = this.#global(COPY).value as number
    const view = this.#view()
    return view.getUint32(copy, true) > view.getUint32(copy + 4, true)
  }

  /** A handle of the object that Ruby code stands for, for `call`: it stays. Throws a RubyFault. */
  object(code: string): number {
    return this.#eval(code)
  }

  #eval(code: string): number {
    const [at, length] = this.#put(code)
    return this.#result(
      this.#guest['rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>'](
        at,
        length,
      ),
    )
  }

  #result(at: number): number {
    const view = this.#view()
    const handle = view.getInt32(at, true)
    if (view.getInt32(at + 4, true) === 0) return handle
    const error = this.#guest['rb-errinfo: func() -> handle<rb-abi-value>']()
    this.#guest['rb-clear-errinfo: func() -> ()']()
    throw new RubyFault(this.#describe(error))
  }

  #describe(error: number): string {
    try {
      return this.call(error, 'message')
    } catch (fault) {
      if (fault instanceof RubyFault) return 'an error that cannot say what it is'
      throw fault
    }
  }

  #text(handle: number): string {
    const at = this.#guest['rstring-ptr: func(value: handle<rb-abi-value>) -> string'](handle)
    const view = this.#view()
    const text = this.#read(view.getUint32(at, true), view.getUint32(at + 4, true))
    this.#guest['cabi_post_rstring-ptr'](at)
    return text
  }

  #method(name: string): number {
    const known = this.#methods.get(name)
    if (known !== undefined) return known
    const [at, length] = this.#put(`${name}\0`)
    const method = this.#guest['rb-intern: func(name: string) -> u32'](at, length)
    this.#methods.set(name, method)
    return method
  }

  #drop(handle: number): void {
    this.#guest['canonical_abi_drop_rb-abi-value'](this.#handles[handle] as number)
    this.#free.push(handle)
  }

  #imports(program: WebAssembly.Module, host: MachineHost): WebAssembly.Imports {
    const refuse = (name: string) => (): never => {
      throw new RubyFault(`${name.split(':')[0]} is not there`)
    }
    const imports: Record<string, WebAssembly.ModuleImports> = {}
    for (const { module, name } of WebAssembly.Module.imports(program)) {
      const functions = (imports[module] ??= {})
      functions[name] = refuse(name)
    }
    return {
      ...imports,
      wasi_snapshot_preview1: host.system,
      canonical_abi: {
        ...imports.canonical_abi,
        'resource_new_rb-abi-value': (value: number) => this.#hold(value),
        'resource_get_rb-abi-value': (handle: number) => this.#handles[handle],
        'resource_drop_js-abi-value': (answer: number) => {
          this.#answers.delete(answer)
        },
      },
      'rb-js-abi-host': {
        ...imports['rb-js-abi-host'],
        'eval-js: func(code: string) -> variant { success(handle<js-abi-value>), failure(handle<js-abi-value>) }':
          (at: number, length: number, result: number) => {
            const answer = this.#nextAnswer++
            this.#answers.set(answer, host.answer(this.#read(at, length)))
            const view = this.#view()
            view.setUint8(result, 0)
            view.setInt32(result + 4, answer, true)
          },
        'js-value-to-string: func(value: handle<js-abi-value>) -> string': (
          answer: number,
          result: number,
        ) => {
          const [at, length] = this.#put(this.#answers.get(answer) ?? '')
          const view = this.#view()
          view.setUint32(result, at, true)
          view.setUint32(result + 4, length, true)
        },
      },
    }
  }

  #hold(value: number): number {
    const handle = this.#free.pop() ?? this.#handles.length
    this.#handles[handle] = value
    return handle
  }

  #global(index: number): WebAssembly.Global {
    return this.#instance.exports[globalName(index)] as WebAssembly.Global
  }

  #view(): DataView {
    return new DataView(this.#guest.memory.buffer)
  }

  #read(at: number, length: number): string {
    return this.#decoder.decode(new Uint8Array(this.#guest.memory.buffer, at, length))
  }

  #put(text: string): readonly [at: number, length: number] {
    const bytes = this.#encoder.encode(text)
    const at = this.#guest.cabi_realloc(0, 0, 1, bytes.length)
    new Uint8Array(this.#guest.memory.buffer).set(bytes, at)
    return [at, bytes.length]
  }
}
