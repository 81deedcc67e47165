/**
 * TextMate grammars, for the languages without a lexer of ours: the only file that knows Shiki's packages.
 *
 * Grammars and their engine are loaded on first use, synchronously, so that a site without such a language pays
 * nothing and rendering needs no list of languages beforehand. Node loads these ES modules through `require`; asked
 * from inside `node_modules`, Node 20 does so without its warning.
 */
import type { IGrammar, IRawGrammar, StateStack } from '@shikijs/vscode-textmate'
import { requireBeside } from '../base/index.ts'

/** Part of a line and its scopes, outermost first. */
interface ScopedPart {
  readonly start: number
  readonly end: number
  readonly scopes: readonly string[]
}

/** Colours a text line by line; to be called with each line in order, without its line break. */
export type LineReader = (line: string) => readonly ScopedPart[]

/** Where Node is asked from. */
const BESIDE = '@shikijs/vscode-textmate'

/** What a file of `@shikijs/langs` exports: the grammars it needs, its own last. */
interface Grammars {
  readonly default: readonly IRawGrammar[]
}

/** Longer lines are left plain: grammars may take quadratic time on a line, and such lines are data. */
const LONGEST_LINE = 2000

/** A loader of grammars by the name Shiki's file has. Keeps what it loaded; throws on a name Shiki does not have. */
export function grammarLoader(): (name: string) => LineReader {
  const grammars = new Map<string, IGrammar>()
  let load: ((name: string) => IGrammar) | undefined
  return (name) => {
    let grammar = grammars.get(name)
    if (grammar === undefined) {
      load ??= engine()
      grammar = load(name)
      grammars.set(name, grammar)
    }
    return lineReader(grammar)
  }
}

function lineReader(grammar: IGrammar): LineReader {
  let state: StateStack | null = null
  return (line) => {
    if (line.length > LONGEST_LINE) return []
    const read = grammar.tokenizeLine(line, state)
    state = read.ruleStack
    return read.tokens.map((token) => ({
      start: token.startIndex,
      end: Math.min(token.endIndex, line.length),
      scopes: token.scopes,
    }))
  }
}

function engine(): (name: string) => IGrammar {
  const { Registry } = requireBeside<typeof import('@shikijs/vscode-textmate')>(
    '@shikijs/vscode-textmate',
    BESIDE,
  )
  const { createJavaScriptRegexEngine } = requireBeside<typeof import('@shikijs/engine-javascript')>(
    '@shikijs/engine-javascript',
    BESIDE,
  )
  const regexes = createJavaScriptRegexEngine({ forgiving: true })
  return (name) => {
    const { default: parts } = requireBeside<Grammars>(`@shikijs/langs/${name}`, BESIDE)
    const main = parts.at(-1)!
    const registry = new Registry({
      onigLib: {
        createOnigScanner: (sources) => regexes.createScanner(sources),
        createOnigString: (text) => regexes.createString(text),
      },
      loadGrammar: (scope) => parts.find((part) => part.scopeName === scope) ?? null,
      getInjections: () => undefined,
    })
    const grammar = registry.loadGrammar(main.scopeName)
    if (grammar === null) throw new Error(`no grammar ${name}`)
    return grammar
  }
}
