import { onFirstUse, ROUGE_VERSIONS, type RougeVersion } from '../base/index.ts'
import type { CompiledState } from './compile.ts'
import { compileStates } from './compile.ts'
import type { LanguageChange, LanguageData, TokenClass, WordAction } from './types.ts'

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

/** A language in the versions of Rouge that have it. */
export interface VersionedLanguage {
  readonly tag: string
  /** undefined where that version does not have it */
  in(version: RougeVersion): Language | undefined
}

/** Makes a language of its description. Nothing is compiled until it is used. */
export function language<V = undefined>(data: LanguageData<V>): VersionedLanguage {
  const { changes = [] } = data
  // Versions with the same changes share one language.
  const made = new Map<string, Language>()
  return {
    tag: data.tag,
    in(version) {
      if (!isThere(data, version)) return undefined
      const held = changes.filter((change) => holds(change, version))
      const key = held.map((change) => changes.indexOf(change)).join()
      let language = made.get(key)
      if (language === undefined) {
        language = one(held.reduce(changed, data))
        made.set(key, language)
      }
      return language
    },
  }
}

/** Does `version` have what came with `since` and went with `until`? */
export function isThere(
  { since, until }: { readonly since?: RougeVersion; readonly until?: RougeVersion },
  version: RougeVersion,
): boolean {
  return (
    (since === undefined || !isBefore(version, since)) && (until === undefined || isBefore(version, until))
  )
}

function isBefore(a: RougeVersion, b: RougeVersion): boolean {
  return ROUGE_VERSIONS.indexOf(a) < ROUGE_VERSIONS.indexOf(b)
}

function holds<V>({ since, before }: LanguageChange<V>, version: RougeVersion): boolean {
  return (
    (since === undefined || !isBefore(version, since)) && (before === undefined || isBefore(version, before))
  )
}

function changed<V>(data: LanguageData<V>, change: LanguageChange<V>): LanguageData<V> {
  const { since: _since, before: _before, states, ...fields } = change
  return { ...data, ...fields, states: () => states?.(data.states()) ?? data.states() }
}

function one<V>(data: LanguageData<V>): Language {
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
  const classes = onFirstUse(() => {
    const map = new Map<string, TokenClass>()
    for (const [cls, list] of Object.entries(lists) as [TokenClass, string][])
      for (const word of list.split(/\s+/)) if (word !== '' && !map.has(word)) map.set(word, cls)
    return map
  })
  return {
    get words() {
      return classes()
    },
    otherwise,
    fold,
  }
}

/** `action` with the words of `lists`, which go before its own. */
export function addWords(action: WordAction, lists: Partial<Record<TokenClass, string>>): WordAction {
  const { otherwise, fold } = action
  const classes = onFirstUse(() => new Map([...action.words, ...words(lists, '').words]))
  return {
    get words() {
      return classes()
    },
    otherwise,
    fold,
  }
}

/** Words that a callback asks for. */
export type Words = Pick<ReadonlySet<string>, 'has'>

/** The words in `list`; most languages are never asked. */
export function wordSet(list: string): Words {
  const words = onFirstUse(() => new Set(wordsOf(list)))
  return { has: (word) => words().has(word) }
}

export function wordsOf(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '')
}
