/**
 * What a version of Liquid does otherwise than the newest one. Where Liquid 4.0 would stop at what later versions have
 * (the tags `render`, `liquid`, `echo` and `#`), it is taken as they take it.
 */
import type { LiquidVersion } from '../base/index.ts'
import { FILTERS_4_0 } from './filters/filters-4.0.ts'
import { LIQUID_FILTERS } from './filters/table.ts'
import type { FilterDefinition } from './types.ts'

export interface Dialect {
  readonly filters: Readonly<Record<string, FilterDefinition>>
  /** an error of a block that prints nothing by itself is printed where the block stands */
  readonly printsBlankErrors: boolean
  /** the first `else` of a `case` that is reached ends it, whatever `when` comes behind */
  readonly elseEndsCase: boolean
  /** text before a tag's `{%` that is not a tag's beginning itself is printed twice inside `raw` */
  readonly rawRepeats: boolean
  /** `include … as name` names what is included */
  readonly includeAlias: boolean
  /** a value may start with a bracket: `[name]` */
  readonly bracketsStart: boolean
  /** in a `tablerow` a pending interrupt ends a cell behind any node, not only behind a block */
  readonly interruptsCells: boolean
  /** `limit:` and `offset:` that are no numbers count as the number they begin with, else 0; `limit: false` as none */
  readonly leadingNumbers: boolean
  /** `tablerow` and `ifchanged` print though all in them is blank */
  readonly printsBlankBlocks: boolean
  /** what a template or a `capture` prints has the encoding of its first piece, else it is UTF-8: `emit-encodings.ts` */
  readonly joinsEncodings: boolean
  /** a scope counts among those that may stand on top of each other though nothing is set in it; else Ruby's stack ends them */
  readonly countsEmptyScopes: boolean
  /** an error's line is that of what follows a tag's name, where line breaks stand between */
  readonly countsLinesInTags: boolean
  /** a host's condition (Jekyll's `where_exp`) asks for what is `empty` or `blank` as a template does; else nothing is */
  readonly hostsAskWords: boolean
  /** `== blank` is true of nil, false and what is empty or has but blanks, as where ActiveSupport is loaded; else of nothing */
  readonly asksBlank: boolean
  /**
   * `empty` and `blank` are values of their own everywhere, not empty texts: `default` leaves them, and as the subject of a
   * `case` they ask or, where a host's do not, equal nothing
   */
  readonly wordsAreValues: boolean
}

const DIALECTS: Readonly<Record<LiquidVersion, Dialect>> = {
  '4.0': {
    filters: FILTERS_4_0,
    printsBlankErrors: true,
    elseEndsCase: true,
    rawRepeats: true,
    includeAlias: false,
    bracketsStart: false,
    interruptsCells: false,
    leadingNumbers: true,
    printsBlankBlocks: false,
    joinsEncodings: true,
    countsEmptyScopes: false,
    countsLinesInTags: false,
    hostsAskWords: true,
    asksBlank: false,
    wordsAreValues: true,
  },
  '5.4': {
    filters: LIQUID_FILTERS,
    printsBlankErrors: false,
    elseEndsCase: false,
    rawRepeats: false,
    includeAlias: true,
    bracketsStart: true,
    interruptsCells: true,
    leadingNumbers: false,
    printsBlankBlocks: true,
    joinsEncodings: false,
    countsEmptyScopes: true,
    countsLinesInTags: true,
    hostsAskWords: false,
    asksBlank: false,
    wordsAreValues: false,
  },
}

export function dialectOf(version: LiquidVersion): Dialect {
  return DIALECTS[version]
}
