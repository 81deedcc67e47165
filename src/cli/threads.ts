/** Threads that render beside the main one, which stands still only where it needs what one of them has not finished. */
import os from 'node:os'
import { fileURLToPath } from 'node:url'
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads'
import { type Crew, type Hands, type Job, type PieceResults, renderPieces } from '../builder/index.ts'
import { BUNDLED } from '../bundled/index.ts'

/** Milliseconds after which a thread that took a piece is thought dead: the main thread renders the piece then. */
const PATIENCE = 2000

/** What a thread does: the same program, by another entry. */
const CODE = `require(require('node:worker_threads').workerData.loader).load('whirl').workInThread()`

/** What a thread is given when it starts. */
interface Surroundings {
  readonly loader: string
  /** where the job comes from, and results go */
  readonly port: MessagePort
  /** changes whenever there is a message */
  readonly signal: Int32Array
}

/** What a thread tells of a piece. */
interface Told {
  readonly piece: number
  readonly results: PieceResults
}

/** The threads of this machine; `wanted` is how many the user wants. */
export function threads(wanted: number | undefined): Hands {
  return { wanted, cores: os.availableParallelism(), start: (count) => new Threads(count) }
}

class Threads implements Crew {
  readonly #signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  readonly #workers: Worker[] = []
  readonly #ports: MessagePort[] = []
  readonly #told = new Map<number, PieceResults>()

  constructor(count: number) {
    const loader = fileURLToPath(new URL('./load.cjs', import.meta.url))
    for (let i = 0; i < count; i++) {
      const { port1, port2 } = new MessageChannel()
      const surroundings: Surroundings = { loader, port: port2, signal: this.#signal }
      const worker = new Worker(CODE, { eval: true, workerData: surroundings, transferList: [port2] })
      // Whatever becomes of a thread, the main one can do its work.
      worker.on('error', () => {})
      worker.unref()
      this.#workers.push(worker)
      this.#ports.push(port1)
    }
  }

  give(job: Job): void {
    for (const port of this.#ports) port.postMessage(job)
  }

  results(piece: number): PieceResults | undefined {
    const end = performance.now() + PATIENCE
    for (;;) {
      const before = Atomics.load(this.#signal, 0)
      this.#listen()
      const results = this.#told.get(piece)
      const left = end - performance.now()
      if (results !== undefined || left <= 0) {
        this.#told.delete(piece)
        return results
      }
      Atomics.wait(this.#signal, 0, before, left)
    }
  }

  end(): void {
    for (const port of this.#ports) port.close()
    for (const worker of this.#workers) void worker.terminate()
  }

  #listen(): void {
    for (const port of this.#ports)
      for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
        const { piece, results } = next.message as Told
        this.#told.set(piece, results)
      }
  }
}

/** The work of a thread: waits for its job, and tells what becomes of each piece that it takes. */
export function workInThread(): void {
  const { port, signal } = workerData as Surroundings
  port.once('message', (job: Job) => {
    renderPieces(job, BUNDLED, (piece, results) => {
      const told: Told = { piece, results }
      port.postMessage(told, [results.texts.buffer as ArrayBuffer])
      Atomics.add(signal, 0, 1)
      Atomics.notify(signal, 0)
    })
    port.close()
  })
}
