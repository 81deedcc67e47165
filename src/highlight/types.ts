/**
 * What a language file may say, and what its callbacks may do. Everything here is data or an interface; the engine
 * is in `lexer.ts`, and `README.md` shows how a language is written and checked.
 */
import type { RougeVersion } from '../base/index.ts'

/** Short names of Rouge's token types, as they appear in `class="…"`. The empty one is plain text, without a span. */
export type TokenClass =
  | ''
  | 'w'
  | 'err'
  | 'x'
  | 'esc'
  | `k${'' | 'c' | 'd' | 'n' | 'p' | 'r' | 't' | 'v'}`
  | `n${'' | 'a' | 'b' | 'c' | 'o' | 'd' | 'i' | 'e' | 'f' | 'l' | 'n' | 'x' | 't' | 'v'}`
  | 'bp'
  | 'fm'
  | 'py'
  | `v${'c' | 'g' | 'i' | 'm'}`
  | 'l'
  | 'ld'
  | `s${'' | 'a' | 'b' | 'c' | 'd' | '2' | 'e' | 'h' | 'i' | 'x' | 'r' | '1' | 's'}`
  | 'dl'
  | `m${'' | 'b' | 'f' | 'h' | 'i' | 'o' | 'x'}`
  | 'il'
  | 'o'
  | 'ow'
  | 'p'
  | 'pi'
  | `c${'' | 'h' | 'd' | 'm' | 'p' | 'pf' | '1' | 's'}`
  | `g${'' | 'd' | 'e' | 'es' | 'r' | 'h' | 'i' | 'o' | 'p' | 's' | 'u' | 't' | 'l'}`

/** Words and the class each has; what is not among them has the class `otherwise`. */
export interface WordAction {
  readonly words: ReadonlyMap<string, TokenClass>
  readonly otherwise: TokenClass
  /** Compare in lower case. */
  readonly fold: boolean
}

/**
 * Called on a match; emits the text it wants, in order; what it leaves is emitted as plain text. By answering
 * `false`, before it emitted or moved, it says that this is no match: the next rules are tried.
 */
export type Callback<V> = (x: Lexing<V>, m: RegExpExecArray) => unknown

/** One class for the whole match, one class per capture group (groups must cover the match), words, or a function. */
type Action<V> = TokenClass | readonly TokenClass[] | WordAction | Callback<V>

/**
 * Where to go after a match: `'state'` pushes it, `'#pop'` and `'#pop:2'` leave, `'#push'` pushes the state we are
 * in once more, `'#goto state'` replaces the state we are in. A list does one after the other.
 */
export type Next = string | readonly string[]

interface RuleOptions {
  /**
   * A text that must still follow for the rule to match at all. It keeps `/\*[^]*?\*\/`-like rules linear on text
   * with many openings and no end: the engine remembers where the next one is.
   */
  readonly needs?: string
  /**
   * Once the pattern failed at some place of a text, it fails at all later places. True of a literal with escapes,
   * `"(?:\\[^]|[^"\\])*"`: it fails only where its end is missing, if the first
   * character says that it begins. Keeps such rules linear, too.
   */
  readonly hopeless?: Hopeless
}

/**
 * How far a pattern that failed need not be tried: to the end of the text, of the line, of the line that an escaped line
 * feed continues, of a run without blanks, of digits.
 */
export type Hopeless = boolean | 'line' | 'continued' | 'word' | 'digits'

/** `[pattern, action, next, options]`. A string stands for all rules of the state of that name. */
export type Rule<V> =
  | readonly [RegExp, Action<V>]
  | readonly [RegExp, Action<V>, Next | undefined]
  | readonly [RegExp, Action<V>, Next | undefined, RuleOptions]
  | string

export type States<V> = Readonly<Record<string, readonly Rule<V>[]>>

/** A change that versions of Rouge made to a language: what differs from the description it is made to. */
export interface LanguageChange<V> {
  /** the first version that has it; it holds for all later ones. One of `since` and `before` is given */
  readonly since?: RougeVersion
  /** it holds for all versions before this one: how an older Rouge differs from the description */
  readonly before?: RougeVersion
  readonly aliases?: readonly string[]
  readonly filenames?: readonly string[]
  /** The states, made of those without the change. */
  readonly states?: (states: States<V>) => States<V>
  readonly start?: readonly string[]
  readonly vars?: (options: ReadonlyMap<string, string>) => V
}

/** A language as its file describes it: as Rouge 3.30 has it, or the first version that has it. `V` is what its callbacks remember between matches. */
export interface LanguageData<V> {
  /** Rouge's tag: what stands in `language-…` and in fences. */
  readonly tag: string
  readonly aliases?: readonly string[]
  readonly filenames?: readonly string[]
  /** The rules; called once, on first use. Lexing starts in `root`. */
  readonly states: () => States<V>
  /** States above `root` at the start of a text. */
  readonly start?: readonly string[]
  /** Fresh memory for one text. */
  readonly vars?: (options: ReadonlyMap<string, string>) => V
  /** The first version that has the language; all have it where nothing is said. */
  readonly since?: RougeVersion
  /** The first version that no longer has it. */
  readonly until?: RougeVersion
  /** What other versions do otherwise, in the order in which it is applied. */
  readonly changes?: readonly LanguageChange<V>[]
}

/** A running lexer, as a callback sees it. */
export interface Lexing<V> {
  readonly vars: V
  /** The text being lexed (of this lexer: a delegate sees only its part), and the offset after the last token. */
  readonly text: string
  readonly at: number
  /** What stood after `?` in the language's name. */
  readonly options: ReadonlyMap<string, string>
  /** Emit `text`, which must be what follows in the match. */
  token(cls: TokenClass, text: string): void
  /** Emit each group of `m` with its class. */
  groups(m: RegExpExecArray, ...classes: readonly TokenClass[]): void
  push(state?: string): void
  pop(count?: number): void
  goto(state: string): void
  /** Back to the bottom state. */
  toRoot(): void
  /** Is this the state on top? */
  state(name: string): boolean
  /** Is this state anywhere on the stack? */
  inside(name: string): boolean
  /**
   * Let another language colour `text` (the next part of the match). The same delegate goes on where it stopped the
   * last time, until `reset`. An unknown name colours as plain text.
   */
  delegate(language: string, text: string): void
  /** The delegate of this name leaves `state`, if that is where it stands. */
  leave(language: string, state: string): void
  /** Is there a language of this name? */
  known(language: string): boolean
  /** Start the delegate of this name anew. */
  reset(language: string): void
  /** Colour `text` with a new lexer of the same language. */
  recurse(text: string): void
  /** Does `needed` stand anywhere after `at`? Cheap: what was found is remembered. */
  follows(needed: string, at: number): boolean
  /** Give back what the callback did not emit: lexing goes on at `at`. */
  unread(): void
  /** Let the match end at `end`, before or after where the pattern's did. */
  extend(end: number): void
}
