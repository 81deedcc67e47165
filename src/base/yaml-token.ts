/** What the YAML scanner gives the parser, and the mistakes both report. */

export const TOKEN = {
  streamEnd: 0,
  directive: 1,
  documentStart: 2,
  documentEnd: 3,
  blockSequenceStart: 4,
  blockMappingStart: 5,
  blockEnd: 6,
  flowSequenceStart: 7,
  flowSequenceEnd: 8,
  flowMappingStart: 9,
  flowMappingEnd: 10,
  blockEntry: 11,
  flowEntry: 12,
  key: 13,
  value: 14,
  alias: 15,
  anchor: 16,
  tag: 17,
  scalar: 18,
} as const

export type TokenType = (typeof TOKEN)[keyof typeof TOKEN]

export interface YamlToken {
  readonly type: TokenType
  /** offset in the text */
  readonly start: number
  /** a scalar's text, an anchor's name, a tag as written, a directive's line */
  readonly text: string
  /** a scalar without quotes */
  readonly plain: boolean
}

/** What a scalar's reader found. */
export interface ScannedScalar {
  readonly text: string
  readonly end: number
  /** a plain scalar that ran into a new line: a key may follow */
  readonly leadingBlanks: boolean
}

/** A mistake in libyaml's words: `problem`, and what it was doing and where (`context`, `offset`). */
export class YamlFailure extends Error {
  constructor(
    readonly problem: string,
    readonly context: string,
    /** where `context` began: libyaml's place of the mistake */
    readonly offset: number,
  ) {
    super(context === '' ? problem : `${problem} ${context}`)
  }
}

/** The text is YAML, but Ruby makes no value of it. */
export class YamlRefusal extends YamlFailure {
  constructor(problem: string, offset: number) {
    super(problem, '', offset)
  }
}
