/**
 * A Ruby of the machine beside the build. Plugins answer while the build waits for them, and Node has no pipes to wait at: a thread
 * has them, and wakes the build.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { RubyProcess, Said, StartRubyProcess } from '../builder/index.ts'

/** 3 and 4 are for what is said to and by Ruby; 5 is open as long as the build lives. */
const CODE = `
const { spawn } = require('node:child_process')
const { workerData: { port, signal, begin, folder, env } } = require('node:worker_threads')
const tell = (kind, text) => {
  port.postMessage([kind, text])
  Atomics.add(signal, 0, 1)
  Atomics.notify(signal, 0)
}
const lines = (stream, kind) => {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text) => {
    const all = text.split('\\n')
    if (all.length > 1) all[0] = rest + all[0], rest = all.pop(), all.forEach((line) => tell(kind, line))
    else rest += text
  })
  stream.on('end', () => rest !== '' && tell(kind, rest))
}
const ruby = spawn('ruby', ['-EUTF-8:UTF-8', '--disable=did_you_mean,error_highlight', '-e', begin], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe'] })
ruby.on('error', (error) => tell('ended', error.code === 'ENOENT' ? 'is not installed: there is no program ruby' : 'cannot be started (' + error.message + ')'))
if (ruby.pid !== undefined) {
  lines(ruby.stdout, 'printed')
  lines(ruby.stderr, 'printed')
  lines(ruby.stdio[4], 'line')
  ruby.stdio[3].on('error', () => {})
  ruby.stdio[5].on('error', () => {})
  port.on('message', (line) => ruby.stdio[3].write(line + '\\n'))
  ruby.on('close', (code, by) => tell('ended', 'ended by itself (' + (by ?? 'exit status ' + code) + ')'))
}
`

export const startRubyProcess: StartRubyProcess = (start) => new MachineRuby(start)

class MachineRuby implements RubyProcess {
  /** changes whenever there is a message */
  readonly #signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  readonly #port: MessagePort
  readonly #worker: Worker
  #ended: Said | undefined

  constructor(start: Parameters<StartRubyProcess>[0]) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    const workerData = { ...start, port: port2, signal: this.#signal }
    this.#worker = new Worker(CODE, { eval: true, workerData, transferList: [port2] })
    this.#worker.on('error', () => {})
    this.#worker.unref()
  }

  send(line: string): void {
    if (this.#ended === undefined) this.#port.postMessage(line)
  }

  next(): Said {
    while (this.#ended === undefined) {
      const before = Atomics.load(this.#signal, 0)
      const message = receiveMessageOnPort(this.#port)
      if (message === undefined) {
        Atomics.wait(this.#signal, 0, before)
        continue
      }
      const said = message.message as Said
      if (said[0] !== 'ended') return said
      this.#ended = said
    }
    return this.#ended
  }

  end(): void {
    this.#port.close()
    void this.#worker.terminate()
  }
}
