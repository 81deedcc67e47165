/** A profile's timings as a tree of frames that a page can show: what called what, and for how long. */
import type { TemplateCost } from '../builder/index.ts'

/** One line of the timer's list: parents before their children. */
interface Timed {
  readonly name: string
  readonly depth: number
  readonly count: number
  readonly milliseconds: number
}

export type FrameKind = 'build' | 'phase' | 'document' | 'layout' | 'include' | 'text' | 'converter' | 'rest'

export interface Frame {
  readonly name: string
  readonly kind: FrameKind
  readonly count: number
  readonly milliseconds: number
  readonly children: readonly Frame[]
}

/** A template of the table: its own time is what is left without the includes it called. */
export interface TemplateRow extends TemplateCost {
  readonly kind: FrameKind
  readonly own: number
}

/** Documents shown one by one; the others are one frame. */
const SHOWN_DOCUMENTS = 300
/** Frames shorter than this part of the build are left out: nobody could see or hit them. */
const SMALLEST = 1 / 50_000

/** The tree of `timings`, the costliest first; `folders` are the layouts' and the includes' directories. */
export function frameTree(
  timings: readonly Timed[],
  costs: readonly TemplateCost[],
  folders: Folders,
): Frame {
  const templates = new Set(costs.map((cost) => cost.path))
  const kindOf = ({ name, depth }: Timed): FrameKind =>
    depth === 0
      ? 'phase'
      : depth === 1
        ? 'document'
        : templates.has(name)
          ? templateKind(name, folders)
          : 'converter'
  let at = 0
  const below = (depth: number): Frame[] => {
    const frames: Frame[] = []
    while (at < timings.length && timings[at]!.depth === depth) {
      const timed = timings[at++]!
      const { name, count, milliseconds } = timed
      frames.push({ name, kind: kindOf(timed), count, milliseconds, children: below(depth + 1) })
    }
    return frames
  }
  const phases = below(0)
  const milliseconds = phases.reduce((sum, phase) => sum + phase.milliseconds, 0)
  const least = milliseconds * SMALLEST
  return {
    name: 'build',
    kind: 'build',
    count: 1,
    milliseconds,
    children: phases.map((phase) => shortened(phase, least)),
  }
}

interface Folders {
  readonly layouts: string
  readonly includes: string
}

/** Every template with its own time, the costliest first. */
export function templateRows(
  timings: readonly Timed[],
  costs: readonly TemplateCost[],
  folders: Folders,
): readonly TemplateRow[] {
  const own = new Map<string, number>()
  const whole = new Map<string, number>()
  const open: Timed[] = []
  for (const timed of timings) {
    open.length = timed.depth
    const { name, depth, milliseconds } = timed
    if (depth > 1) {
      add(own, name, milliseconds)
      if (depth > 2) add(own, open[depth - 1]!.name, -milliseconds)
      // A template that includes itself took its time once.
      if (!open.slice(2).some((caller) => caller.name === name)) add(whole, name, milliseconds)
    }
    open.push(timed)
  }
  return costs
    .map((cost) => ({
      ...cost,
      kind: templateKind(cost.path, folders),
      milliseconds: whole.get(cost.path) ?? 0,
      own: own.get(cost.path) ?? 0,
    }))
    .sort((a, b) => b.own - a.own)
}

function add(sums: Map<string, number>, name: string, milliseconds: number): void {
  sums.set(name, (sums.get(name) ?? 0) + milliseconds)
}

function templateKind(path: string, { layouts, includes }: Folders): FrameKind {
  if (path.startsWith(`${layouts}/`)) return 'layout'
  return path.startsWith(`${includes}/`) ? 'include' : 'text'
}

/** `frame` with its children in order of cost, few enough to be shown. */
function shortened(frame: Frame, least: number): Frame {
  const sorted = frame.children.toSorted((a, b) => b.milliseconds - a.milliseconds)
  const limit = frame.kind === 'phase' ? SHOWN_DOCUMENTS : sorted.length
  const shown = sorted.slice(0, limit).filter((child) => child.milliseconds >= least)
  const others = sorted.slice(shown.length)
  const children = shown.map((child) => shortened(child, least))
  if (frame.kind === 'phase' && others.length > 0)
    children.push({
      name: `${others.length} more`,
      kind: 'rest',
      count: others.reduce((sum, each) => sum + each.count, 0),
      milliseconds: others.reduce((sum, each) => sum + each.milliseconds, 0),
      children: [],
    })
  return { ...frame, children }
}
