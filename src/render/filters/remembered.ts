/**
 * Filters that keep what they made of long texts.
 *
 * Sites with a search index in their layout put every post's text through the same chain of filters on every page. What
 * a filter made of a text is the same each time, so it is made once. The texts of a chain are then the same objects
 * again, and finding them costs next to nothing.
 *
 * Memory is bounded by two generations: when the younger is full it becomes the older, and the older goes. A generation
 * that filled up without being of use once ends the remembering: that site repeats nothing.
 */
import { flatText } from '../../base/index.ts'
import { type FilterDefinition, LIQUID_FILTERS } from '../../liquid/index.ts'

/** Characters below which a filter is as fast as looking up what it made. */
const SHORT = 1000

/** Characters of results that one generation holds. What they are made of are mostly results, too. */
const CAPACITY = 24_000_000

/** What comes out of these depends on nothing but the text and the arguments. */
const PURE = [
  'replace',
  'remove',
  'strip_html',
  'strip_newlines',
  'xml_escape',
  'normalize_whitespace',
] as const

type Made = Map<string, Map<string, string>>

/** Runs `make` or answers what it made of `text` before, for one `task`. */
export type Remember = (task: string, text: string, make: () => unknown) => unknown

/** A memory of its own, for one build. */
export function createRemember(capacity = CAPACITY): Remember {
  let young: Made = new Map()
  let old: Made = new Map()
  let held = 0
  let useful = false
  let active = true
  const keep = (task: string, text: string, made: string): void => {
    if (held > capacity) {
      active = useful
      old = active ? young : new Map()
      young = new Map()
      held = 0
      useful = false
    }
    held += made.length
    const byText = young.get(task)
    if (byText === undefined) young.set(task, new Map([[text, made]]))
    else byText.set(text, made)
  }
  return (task, text, make) => {
    if (!active || text.length < SHORT) return make()
    const known = young.get(task)?.get(text)
    if (known !== undefined) {
      useful = true
      return known
    }
    const older = old.get(task)?.get(text)
    if (older !== undefined) useful = true
    const made = older ?? make()
    if (typeof made !== 'string') return made
    const whole = flatText(made)
    keep(task, text, whole)
    return whole
  }
}

/** The filters of `filters` and of Liquid that are pure, with the memory `remember`. */
export function rememberedFilters(
  remember: Remember,
  filters: Readonly<Record<string, FilterDefinition>>,
): Readonly<Record<string, FilterDefinition>> {
  const found: Record<string, FilterDefinition> = {}
  for (const name of PURE) {
    const filter = filters[name] ?? LIQUID_FILTERS[name]
    if (filter !== undefined) found[name] = remembered(name, filter, remember)
  }
  return found
}

function remembered(name: string, filter: FilterDefinition, remember: Remember): FilterDefinition {
  const { run } = filter
  return {
    ...filter,
    run(ctx, input, ...args) {
      if (typeof input !== 'string' || input.length < SHORT || !args.every((arg) => typeof arg === 'string'))
        return run(ctx, input, ...args)
      return remember([name, ...args].join('\0'), input, () => run(ctx, input, ...args))
    },
  }
}
