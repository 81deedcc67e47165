/**
 * Tells of a plugin that does not come to an end. Plugins run in the one thread that builds, so nothing there can speak
 * while one loops: a second thread looks once a second at what the first left for it in shared memory, and writes to
 * standard error by itself. It is started with the first call into a plugin of a site; sites without have none.
 */
import { Buffer } from 'node:buffer'
import { Worker } from 'node:worker_threads'
import type { PluginWatch } from '../builder/index.ts'

interface WatchdogOptions {
  /** seconds until the first word; the next ones after twice as long each */
  readonly patience: number
  /** seconds after which the process is ended; undefined: never */
  readonly limit: number | undefined
  /** what to do about it: how this command is stopped */
  readonly advice: string
}

/** Room for what is being worked on. */
const TEXT = 512
/** Whole numbers before the text: a count that changes with each call, and the length of the text; 0: nothing at work. */
const HEAD = 8

const CODE = `
const fs = require('node:fs')
const { workerData: { memory, patience, limit, advice, process: pid } } = require('node:worker_threads')
const head = new Int32Array(memory, 0, 2)
const text = Buffer.from(memory, ${HEAD})
const say = (words) => fs.writeSync(2, 'Plugins: '.padStart(20) + words + '\\n')
let seen = 0, since = 0, next = patience
setInterval(() => {
  const count = Atomics.load(head, 0), length = Atomics.load(head, 1)
  if (count !== seen || length === 0) { seen = count; since = performance.now(); next = patience; return }
  const seconds = Math.floor((performance.now() - since) / 1000)
  const what = Buffer.from(text.subarray(0, length)).toString('utf8')
  if (limit !== null && seconds >= limit) {
    say(what + ', for ' + seconds + ' seconds now: longer than plugin_time_limit allows. Stopped.')
    process.kill(pid, 'SIGTERM')
    setTimeout(() => process.kill(pid, 'SIGKILL'), 1000)
    return
  }
  if (seconds < next) return
  next = seconds * 2
  say(what + ', for ' + seconds + ' seconds now. ' + advice)
}, 250)
`

export class PluginWatchdog implements PluginWatch {
  readonly #options: WatchdogOptions
  readonly #process: number
  readonly #head: Int32Array
  readonly #text: Buffer
  readonly #memory = new SharedArrayBuffer(HEAD + TEXT)
  /** what lies around the call at work, outermost first */
  readonly #calls: string[] = []
  #worker: Worker | undefined

  constructor(process: number, options: WatchdogOptions) {
    this.#process = process
    this.#options = options
    this.#head = new Int32Array(this.#memory, 0, 2)
    this.#text = Buffer.from(this.#memory, HEAD)
  }

  started(plugin: string, at: string): void {
    this.#worker ??= this.#start()
    const call = `${plugin} is at work on ${at}`
    this.#calls.push(call)
    this.#tell(call)
  }

  ended(): void {
    this.#calls.pop()
    this.#tell(this.#calls.at(-1) ?? '')
  }

  #tell(call: string): void {
    Atomics.store(this.#head, 1, call === '' ? 0 : this.#text.write(call, 'utf8'))
    Atomics.add(this.#head, 0, 1)
  }

  #start(): Worker {
    const { patience, limit, advice } = this.#options
    const workerData = {
      memory: this.#memory,
      patience,
      limit: limit ?? null,
      advice,
      process: this.#process,
    }
    const worker = new Worker(CODE, { eval: true, workerData })
    // A build never fails or lingers for want of its watchdog.
    worker.on('error', () => {})
    worker.unref()
    return worker
  }
}
