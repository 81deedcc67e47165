/**
 * Graphviz as WebAssembly, in a thread of its own: what can only be waited for is ready there, and whoever asks stands still until
 * the answer. Started on first use.
 */
import { pathToFileURL } from 'node:url'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { installedPackage } from '../../base/index.ts'

/** Milliseconds for one graph, and for the start of the thread: large ones can take hours. */
const PATIENCE = 20_000

const CODE = `
const { workerData: { file, port, signal } } = require('node:worker_threads')
const loaded = import(file)
port.on('message', async (text) => {
  let answer
  try {
    answer = (await (await loaded).Graphviz.load()).layout(text, 'json', 'dot') || 'there is no graph'
  } catch (error) {
    answer = String(error instanceof Error ? error.message : error)
  }
  port.postMessage(answer)
  Atomics.add(signal, 0, 1)
  Atomics.notify(signal, 0)
})
`

/** Pages that it drew depend on it. Undefined where it is neither beside the `site` nor the program. */
export function graphvizVersion(site: string | undefined): string | undefined {
  return installedPackage('@hpcc-js/wasm-graphviz', site)?.version
}

/** A graph in DOT to Graphviz's JSON, or to what it says is wrong, which begins with no `{`. */
type LayOut = (text: string) => string

/** The engines of this thread, by the file that each is. */
export class GraphvizEngines {
  readonly #threads = new Map<string, GraphvizThread>()

  /** Undefined where the package is neither beside the `site` nor the program. */
  find(site: string | undefined): LayOut | undefined {
    const file = installedPackage('@hpcc-js/wasm-graphviz', site)?.file
    if (file === undefined) return undefined
    return (text) => {
      const thread = this.#threads.get(file) ?? new GraphvizThread(file)
      this.#threads.set(file, thread)
      const answer = thread.ask(text)
      if (answer !== undefined) return answer
      this.#threads.delete(file)
      thread.end()
      return `no answer in ${PATIENCE / 1000} seconds: the graph is too large`
    }
  }
}

class GraphvizThread {
  readonly #signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  readonly #port: MessagePort
  readonly #worker: Worker

  constructor(file: string) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    const workerData = { file: pathToFileURL(file).href, port: port2, signal: this.#signal }
    this.#worker = new Worker(CODE, {
      eval: true,
      workerData,
      transferList: [port2],
      stdout: true,
      stderr: true,
    })
    // A thread that dies gives no answer.
    this.#worker.on('error', () => {})
    this.#worker.unref()
  }

  /** Undefined where there is none in time. */
  ask(text: string): string | undefined {
    this.#port.postMessage(text)
    const end = performance.now() + PATIENCE
    for (;;) {
      // What wakes it may still be word of the answer before.
      const before = Atomics.load(this.#signal, 0)
      const answer = receiveMessageOnPort(this.#port)
      if (answer !== undefined) return answer.message as string
      const left = end - performance.now()
      if (left <= 0) return undefined
      Atomics.wait(this.#signal, 0, before, left)
    }
  }

  end(): void {
    this.#port.close()
    void this.#worker.terminate()
  }
}
