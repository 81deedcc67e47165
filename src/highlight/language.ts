import type { CompiledState } from './compile.ts'
import { compileStates } from './compile.ts'
import type { LanguageData, TokenClass, WordAction } from './types.ts'

/** A language the engine can run; its states are compiled when first asked for. */
export interface Language {
  readonly tag: string
  readonly aliases: readonly string[]
  readonly filenames: readonly string[]
  /** The states to begin with, bottom first. */
  readonly start: () => readonly CompiledState[]
  /** Any state by name. Throws on an unknown one: that is a mistake in the language file. */
  readonly state: (name: string) => CompiledState
  readonly vars: (options: ReadonlyMap<string, string>) => unknown
}

/** Makes a language of its description. Nothing is compiled until it is used. */
export function language<V = undefined>(data: LanguageData<V>): Language {
  let states: ((name: string) => CompiledState) | undefined
  const state = (name: string): CompiledState => {
    states ??= compileStates(data.tag, data.states())
    return states(name)
  }
  return {
    tag: data.tag,
    aliases: data.aliases ?? [],
    filenames: data.filenames ?? [],
    start: () => ['root', ...(data.start ?? [])].map(state),
    state,
    vars: (options) => data.vars?.(options),
  }
}

/**
 * An action that looks the match up: `words({ k: 'if else', kt: 'int char' }, 'n')`. The first class that lists a
 * word wins. `fold` compares in lower case.
 */
export function words(
  lists: Partial<Record<TokenClass, string>>,
  otherwise: TokenClass,
  { fold = false } = {},
): WordAction {
  const map = new Map<string, TokenClass>()
  for (const [cls, list] of Object.entries(lists) as [TokenClass, string][])
    for (const word of list.split(/\s+/)) if (word !== '' && !map.has(word)) map.set(word, cls)
  return { words: map, otherwise, fold }
}

/** A set of the words in `list`, for callbacks. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''))
}
