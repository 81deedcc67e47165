/** The thread in which Ruby runs beside the build, which stands still until Ruby has done what it is told. */
import { fileURLToPath } from 'node:url'
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads'
import {
  type FromThread,
  type RubyThread,
  rubyInThread as run,
  type StartRubyThread,
  type ToThread,
} from '../builder/index.ts'

/**
 * Megabytes of stack: more than the five hundred blocks take up that may lie within one another in Ruby's own copies of a stack.
 * The main thread has one, as much as is there on all systems.
 */
const STACK = 16

/** What the thread does: the same program, by another entry. The build waits, so what goes wrong is told like all else. */
const CODE = `
const { workerData: { loader, port, toBuild } } = require('node:worker_threads')
try {
  require(loader).load('whirl').rubyInThread()
} catch (error) {
  port.postMessage(['failed', String(error)])
  Atomics.add(toBuild, 0, 1)
  Atomics.notify(toBuild, 0)
}
`

/** What the thread is given when it starts: both sides wait for the other's messages by a number that changes with each. */
interface Surroundings {
  readonly loader: string
  readonly port: MessagePort
  readonly toBuild: Int32Array
  readonly toRuby: Int32Array
}

/** Undefined where the program is not bundled: threads have no other entry. */
export const startRubyThread: StartRubyThread | undefined = import.meta.url.endsWith('.ts')
  ? undefined
  : () => new RubyBeside()

class RubyBeside implements RubyThread {
  readonly #toBuild = counter()
  readonly #toRuby = counter()
  #beside: { readonly port: MessagePort; readonly worker: Worker } | undefined

  send(message: ToThread): void {
    this.#beside ??= this.#start()
    post(this.#beside.port, this.#toRuby, message)
  }

  next(): FromThread {
    return this.#beside === undefined
      ? ['ended', 'is not there']
      : (received(this.#beside.port, this.#toBuild) as FromThread)
  }

  end(): void {
    this.#beside?.port.close()
    void this.#beside?.worker.terminate()
    this.#beside = undefined
  }

  /** Where plugins do what they did in an earlier build, there is nothing to start. */
  #start(): { readonly port: MessagePort; readonly worker: Worker } {
    const { port1, port2 } = new MessageChannel()
    const workerData: Surroundings = {
      loader: fileURLToPath(new URL('./load.cjs', import.meta.url)),
      port: port2,
      toBuild: this.#toBuild,
      toRuby: this.#toRuby,
    }
    const worker = new Worker(CODE, {
      eval: true,
      workerData,
      transferList: [port2],
      resourceLimits: { stackSizeMb: STACK },
    })
    worker.on('error', () => {})
    worker.unref()
    return { port: port1, worker }
  }
}

/** The work of the thread. */
export function rubyInThread(): void {
  const { port, toBuild, toRuby } = workerData as Surroundings
  run({
    tell: (message) => post(port, toBuild, message),
    next: () => received(port, toRuby) as ToThread,
  })
}

function counter(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}

function post(port: MessagePort, signal: Int32Array, message: FromThread | ToThread): void {
  port.postMessage(message)
  Atomics.add(signal, 0, 1)
  Atomics.notify(signal, 0)
}

/** Waits for the next message. */
function received(port: MessagePort, signal: Int32Array): unknown {
  for (;;) {
    const before = Atomics.load(signal, 0)
    const message = receiveMessageOnPort(port)
    if (message !== undefined) return message.message
    Atomics.wait(signal, 0, before)
  }
}
