/**
 * Counts what regular expressions do inside a match, which no clock and no coverage shows: each is run, step by step,
 * by a matcher that goes back and forth as JavaScript's does, and what it finds is held against what JavaScript finds.
 */
import { type PatternNode, parsePattern } from './pattern-syntax.ts'

/** A match of more steps than this is not waited for, nor is a run of more than so many. */
const MOST = 3_000_000
const MOST_IN_ALL = 500_000_000

type Step =
  | { readonly op: 'one'; readonly takes: (code: number) => boolean; readonly back: boolean }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  /** writes the place into a slot */
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'forget'; readonly from: number; readonly to: number }
  /** fails where a round began at this place */
  | { readonly op: 'moved'; readonly slot: number }
  | { readonly op: 'look'; readonly start: number; readonly negative: boolean; readonly after: number }
  | { readonly op: 'reference'; readonly number: number; readonly back: boolean }
  | { readonly op: 'place'; readonly re: RegExp }
  | { readonly op: 'found' }

interface Program {
  readonly steps: readonly Step[]
  readonly slots: number
  readonly unicode: boolean
  readonly folds: boolean
}

function compile(pattern: RegExp): Program {
  const { node, groups } = parsePattern(pattern)
  const unicode = /[uv]/.test(pattern.flags)
  const steps: Step[] = []
  let slots = 2 * groups
  const hole = (): number => steps.push({ op: 'found' }) - 1
  const emit = (node: PatternNode, back: boolean): void => {
    switch (node.kind) {
      case 'one':
        steps.push({ op: 'one', takes: taker(node.re), back })
        break
      case 'seq':
        for (const each of back ? node.nodes.toReversed() : node.nodes) emit(each, back)
        break
      case 'alt': {
        const ends: number[] = []
        node.nodes.forEach((each, i) => {
          const isLast = i === node.nodes.length - 1
          const split = isLast ? -1 : hole()
          emit(each, back)
          if (isLast) return
          ends.push(hole())
          steps[split] = { op: 'split', first: split + 1, second: steps.length }
        })
        for (const end of ends) steps[end] = { op: 'jump', to: steps.length }
        break
      }
      case 'group':
        steps.push({ op: 'save', slot: 2 * node.number + Number(back) })
        emit(node.node, back)
        steps.push({ op: 'save', slot: 2 * node.number + Number(!back) })
        break
      case 'repeat':
        repeat(node, back)
        break
      case 'look': {
        const look = hole()
        emit(node.node, node.behind)
        steps.push({ op: 'found' })
        steps[look] = { op: 'look', start: look + 1, negative: node.negative, after: steps.length }
        break
      }
      case 'reference':
        steps.push({ op: 'reference', number: node.number, back })
        break
      case 'place':
        steps.push({ op: 'place', re: node.re })
    }
  }
  const round = (repeated: Extract<PatternNode, { kind: 'repeat' }>, back: boolean): void => {
    const { node, from, to } = repeated
    if (to > from) steps.push({ op: 'forget', from: 2 * from, to: 2 * to })
    emit(node, back)
  }
  const repeat = (repeated: Extract<PatternNode, { kind: 'repeat' }>, back: boolean): void => {
    const { min, max, greedy, node } = repeated
    for (let i = 0; i < min; i++) round(repeated, back)
    const fork = (split: number, body: number, after: number): void => {
      steps[split] = greedy
        ? { op: 'split', first: body, second: after }
        : { op: 'split', first: after, second: body }
    }
    const isSimple = node.kind === 'one'
    const splits: number[] = []
    const once = (): number => {
      const split = hole()
      const slot = slots++
      if (!isSimple) steps.push({ op: 'save', slot })
      round(repeated, back)
      if (!isSimple) steps.push({ op: 'moved', slot })
      return split
    }
    if (max === Infinity) {
      const split = once()
      steps.push({ op: 'jump', to: split })
      splits.push(split)
    } else for (let i = min; i < max; i++) splits.push(once())
    for (const split of splits) fork(split, split + 1, steps.length)
  }
  emit(node, false)
  steps.push({ op: 'found' })
  return { steps, slots, unicode, folds: pattern.ignoreCase }
}

const original = RegExp.prototype.exec

/** Whether `re`, a pattern of one character, takes a code; asked once for each. */
function taker(re: RegExp): (code: number) => boolean {
  /** by code: 0 for not asked, 1 for no, 2 for yes */
  const known = new Uint8Array(256)
  const others = new Map<number, boolean>()
  const asked = (code: number): boolean => {
    re.lastIndex = 0
    return original.call(re, String.fromCodePoint(code)) !== null
  }
  return (code) => {
    if (code < known.length) {
      if (known[code] === 0) known[code] = asked(code) ? 2 : 1
      return known[code] === 2
    }
    let takes = others.get(code)
    if (takes === undefined) {
      takes = asked(code)
      others.set(code, takes)
    }
    return takes
  }
}

interface Run {
  readonly program: Program
  readonly text: string
  /** where groups begin and end, then where rounds began; -1 for nowhere */
  readonly slots: Int32Array
  count: number
}

/** Where the match of `run` that begins at `start` and `from` ends; -1 without one. */
function matchEnd(run: Run, start: number, from: number): number {
  const { program, text, slots } = run
  const { steps, unicode } = program
  // What to go back to: a step and a place; or a slot (as a negative number) and what it held.
  const back: number[] = []
  let at = from
  let next = start
  const write = (slot: number, value: number): void => {
    back.push(-1 - slot, slots[slot]!)
    slots[slot] = value
  }
  const fail = (): boolean => {
    while (back.length > 0) {
      const value = back.pop()!
      const what = back.pop()!
      if (what < 0) slots[-1 - what] = value
      else {
        next = what
        at = value
        return true
      }
    }
    return false
  }
  for (;;) {
    if (++run.count > MOST) throw new Error(`more than ${MOST} steps`)
    const step = steps[next++]!
    let goesOn = true
    if (step.op === 'one') {
      const index = step.back ? at - 1 : at
      let code = text.charCodeAt(index)
      let width = 1
      if (unicode && code >= 0xd800 && code < 0xe000) {
        const first = step.back && code >= 0xdc00 ? index - 1 : index
        const whole = text.codePointAt(first) ?? 0
        if (whole > 0xffff) {
          code = whole
          width = 2
        }
      }
      goesOn = !Number.isNaN(code) && step.takes(code)
      at += step.back ? -width : width
    } else if (step.op === 'split') {
      back.push(step.second, at)
      next = step.first
    } else if (step.op === 'jump') next = step.to
    else if (step.op === 'save') write(step.slot, at)
    else if (step.op === 'forget') for (let slot = step.from; slot < step.to; slot++) write(slot, -1)
    else if (step.op === 'moved') goesOn = slots[step.slot] !== at
    else if (step.op === 'look') {
      const before = slots.slice()
      const isThere = matchEnd(run, step.start, at) >= 0
      const after = slots.slice()
      slots.set(before)
      goesOn = isThere !== step.negative
      if (goesOn && !step.negative)
        after.forEach((value, slot) => {
          if (value !== before[slot]) write(slot, value)
        })
      next = step.after
    } else if (step.op === 'reference') {
      const begin = slots[2 * step.number]!
      const end = slots[2 * step.number + 1]!
      const wanted = begin < 0 || end < 0 ? '' : text.slice(begin, end)
      const place = step.back ? at - wanted.length : at
      run.count += wanted.length
      const there = place < 0 ? '' : text.slice(place, place + wanted.length)
      goesOn = there === wanted || (program.folds && there.toLowerCase() === wanted.toLowerCase())
      at = step.back ? place : at + wanted.length
    } else if (step.op === 'place') {
      step.re.lastIndex = at
      goesOn = original.call(step.re, text) !== null
    } else return at
    if (!goesOn && !fail()) return -1
  }
}

const programs = new WeakMap<RegExp, Program>()
const bySource = new Map<string, Program>()

function programOf(pattern: RegExp): Program {
  let program = programs.get(pattern)
  if (program === undefined) {
    // Many are made anew for each text.
    const key = `${pattern.flags}/${pattern.source}`
    program = bySource.get(key) ?? compile(pattern)
    bySource.set(key, program)
    programs.set(pattern, program)
  }
  return program
}

/** The steps of `pattern` over `text` from its `lastIndex` on, and what it finds there. Throws when it takes too many. */
function follow(
  pattern: RegExp,
  text: string,
): { readonly steps: number; readonly found: RegExpExecArray | null } {
  const program = programOf(pattern)
  const { global, sticky, unicode } = pattern
  let start = global || sticky ? pattern.lastIndex : 0
  // A place inside a pair is before it.
  if (unicode && start > 0 && (text.codePointAt(start - 1) ?? 0) > 0xffff) start--
  const run: Run = { program, text, slots: new Int32Array(program.slots), count: 0 }
  let end = -1
  try {
    for (; start <= text.length; start++) {
      run.slots.fill(-1)
      end = matchEnd(run, 0, start)
      if (end >= 0 || sticky) break
      const code = unicode ? text.codePointAt(start)! : 0
      if (code > 0xffff) start++
    }
  } catch (error) {
    throw new Error(
      `${pattern} on ${JSON.stringify(text.slice(start, start + 40))}…: ${(error as Error).message}`,
    )
  }
  const found = original.call(pattern, text)
  const foundEnd = found === null ? -1 : found.index + found[0].length
  if (foundEnd !== end)
    throw new Error(
      `${pattern} on ${JSON.stringify(text.slice(start, start + 40))}…: ends at ${foundEnd}, not at ${end}`,
    )
  return { steps: run.count, found }
}

/** The steps that all regular expressions take in `run`. Throws for one that takes more than three million at one place. */
export function patternStepsOf(run: () => unknown): number {
  let steps = 0
  let isCounting = false
  const counting = function (this: RegExp, text: string): RegExpExecArray | null {
    // Those of compiling are not counted.
    if (isCounting) return original.call(this, text)
    isCounting = true
    try {
      const { steps: taken, found } = follow(this, String(text))
      steps += taken
      if (steps > MOST_IN_ALL) throw new Error(`more than ${MOST_IN_ALL} steps, the last of them in ${this}`)
      return found
    } finally {
      isCounting = false
    }
  }
  RegExp.prototype.exec = counting
  try {
    run()
  } finally {
    RegExp.prototype.exec = original
  }
  return steps
}
