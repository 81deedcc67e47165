/**
 * The child process of a package that asks it and waits for the answer, without the worker that the package has for that: to start
 * one takes a thread with a Node of its own, half as long as the compiler takes for a small style sheet. What the child says is
 * read, and what it is told written, by system calls that wait. Whoever has something else to do sets `meanwhile`.
 *
 * Where that cannot be (Windows, a Node without these handles, a program that does not start) the package's own class does it.
 */
'use strict'
const { spawn } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')

const MOST_BYTES = 64 * 1024

/** The descriptor of a child's stream, set to wait, which Node's own loop leaves alone from then on; undefined where there is none. */
function waiting(stream) {
  const handle = stream?._handle
  if (!(handle?.fd >= 0) || typeof handle.setBlocking !== 'function') return undefined
  handle.readStop()
  handle.reading = false
  return handle.setBlocking(true) === 0 ? handle.fd : undefined
}

/** Starts `command`; undefined where it cannot be asked so. */
function start(command, args, options) {
  if (process.platform === 'win32') return undefined
  let child
  try {
    child = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
  // The package's class, which tries the same, says what is wrong.
  child.on('error', () => {})
  const input = waiting(child.stdin)
  const output = waiting(child.stdout)
  if (child.pid !== undefined && input !== undefined && output !== undefined) return { child, input, output }
  // To Node one that did not start is process 0, which is every process of this one's group.
  if (child.pid !== undefined) child.kill()
  return undefined
}

/** A child that runs, as far as a compiler of style sheets is concerned. */
class Child {
  /** what to do while the child has nothing to say: a little, and whether there was anything to do; undefined: nothing */
  meanwhile = undefined
  #child
  #output
  #ended = false
  #buffer = Buffer.allocUnsafeSlow(MOST_BYTES)

  constructor({ child, input, output }) {
    this.#child = child
    this.#output = output
    this.stdin = {
      write(bytes) {
        try {
          for (let done = 0; done < bytes.length; ) done += fs.writeSync(input, bytes, done)
        } catch {
          // It has ended, as reading will tell.
        }
      },
      end() {
        child.stdin.destroy()
        // All that it was asked it has answered: nothing is lost, and to end in its own way takes it a while.
        child.kill('SIGKILL')
      },
    }
  }

  /** What it says next, or that it has ended. */
  yield() {
    const bytes = this.#ended ? 0 : this.#read()
    if (bytes > 0) return { type: 'stdout', data: Buffer.from(this.#buffer.subarray(0, bytes)) }
    this.#ended = true
    this.#child.stdin.destroy()
    this.#child.stdout.destroy()
    return { type: 'exit' }
  }

  /** The same, in the form of an iterator. */
  next() {
    const event = this.yield()
    return event.type === 'exit' ? { done: true, value: event } : { value: event }
  }

  #read() {
    try {
      return this.#readAtOnce() ?? fs.readSync(this.#output, this.#buffer, 0, MOST_BYTES, null)
    } catch {
      return 0
    }
  }

  /** Reads without waiting, for as long as there is something else to do; undefined where it then has to wait. */
  #readAtOnce() {
    const handle = this.#child.stdout._handle
    if (this.meanwhile === undefined || handle.setBlocking(false) !== 0) return undefined
    try {
      for (;;) {
        try {
          return fs.readSync(this.#output, this.#buffer, 0, MOST_BYTES, null)
        } catch (error) {
          if (error.code !== 'EAGAIN') throw error
        }
        if (!this.meanwhile?.()) return undefined
      }
    } finally {
      handle.setBlocking(true)
    }
  }
}

/**
 * What goes in the place of a package's class for children, which `own` answers: it is loaded where ours cannot be, as it brings
 * Node's threads. `take` may have a child that runs already.
 */
const insteadOf = (own, take = () => undefined) =>
  function Instead(...asked) {
    const started = take(asked) ?? start(...asked)
    return started === undefined ? new (own())(...asked) : new Child(started)
  }
exports.insteadOf = insteadOf

/**
 * Starts the compiler of a package, `command`, as the package will ask for it: both take their time, so one starts while the other is
 * loaded. Answers `insteadOf` for the package, which gets this compiler first. One that nobody asks for ends with this process.
 */
exports.startAhead = ([program, ...words]) => {
  const args = [...words, '--embedded']
  let ahead = start(program, args, { cwd: path.dirname(program) })
  ahead?.child.unref()
  const take = ([wanted, wantedArgs]) => {
    const taken = ahead
    if (taken === undefined || wanted !== program || wantedArgs.join('\0') !== args.join('\0'))
      return undefined
    ahead = undefined
    taken.child.ref()
    return taken
  }
  return (own) => insteadOf(own, take)
}
