// How `npm test` tells what it does: a line for every twenty files, each failure as it comes, what was left out and why.
import { MinimalReporter } from 'vitest/node'

const FILES_TO_A_LINE = 20
/** What tests/needs.ts prints. */
const LEFT_OUT = /^skipped: .*$/gm

export class TestProgress extends MinimalReporter {
  /** What the whole run came to. A file that cannot be run, and an error outside the tests, is a failure. */
  tally = { passed: 0, failed: 0, skipped: 0 }
  #files = { all: 0, done: 0 }
  #began = performance.now()
  /** what was left out -> in how many files */
  #leftOut = new Map()

  onTestRunStart(specifications) {
    super.onTestRunStart(specifications)
    this.#files.all = specifications.length
  }

  onTestModuleEnd(module) {
    super.onTestModuleEnd(module)
    const states = [...module.children.allTests()].map((test) => test.result().state)
    for (const state of states) if (state in this.tally) this.tally[state]++
    if (module.state() === 'failed' && !states.includes('failed')) this.tally.failed++
    const { all, done } = { ...this.#files, done: ++this.#files.done }
    if (done % FILES_TO_A_LINE === 0 && done < all) this.log(this.#progress())
  }

  onUserConsoleLog(log, state) {
    for (const [line] of log.content.matchAll(LEFT_OUT))
      this.#leftOut.set(line, (this.#leftOut.get(line) ?? 0) + 1)
    super.onUserConsoleLog(log, state)
  }

  onTestRunEnd(modules, errors, reason) {
    this.tally.failed += errors.length
    super.onTestRunEnd(modules, errors, reason)
  }

  /** Stands in for Vitest's own: one summary is enough, and its last line is for programs. */
  reportTestSummary() {
    this.log()
    for (const [line, files] of this.#leftOut) this.log(files > 1 ? `${line} (${files} files)` : line)
    this.log(this.#progress())
  }

  #progress() {
    const { passed, failed } = this.tally
    const seconds = Math.round((performance.now() - this.#began) / 1000)
    const bad = failed > 0 ? `, ${failed} failed` : ''
    return `${this.#files.done} of ${this.#files.all} files, ${passed} tests passed${bad}, ${seconds} s`
  }
}
