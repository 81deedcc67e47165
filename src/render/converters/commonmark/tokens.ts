/** What the rules and the writer see of the Markdown package: tokens and states, as far as they use them. */

export interface MarkdownToken {
  type: string
  tag: string
  attrs: [string, string][] | null
  content: string
  markup: string
  info: string
  hidden: boolean
  meta: unknown
  children: MarkdownToken[] | null
  attrGet(name: string): string | null
}

interface Delimiter {
  /** the character's code; delimiters of one code end each other */
  marker: number
  length: number
  /** index of its token */
  token: number
  /** index of the delimiter that ends it; -1 for none */
  end: number
  open: boolean
  close: boolean
}

export interface InlineState {
  readonly src: string
  readonly posMax: number
  pos: number
  pending: string
  readonly env: unknown
  readonly tokens: MarkdownToken[]
  readonly tokens_meta: ({ delimiters: Delimiter[] } | null)[]
  delimiters: Delimiter[]
  linkLevel: number
  push(type: string, tag: string, nesting: -1 | 0 | 1): MarkdownToken
  scanDelims(start: number, canSplitWord: boolean): { can_open: boolean; can_close: boolean; length: number }
}

export type InlineRule = (state: InlineState, silent: boolean) => boolean

interface BlockState {
  readonly src: string
  readonly env: unknown
  bMarks: number[]
  eMarks: number[]
  tShift: number[]
  sCount: number[]
  blkIndent: number
  parentType: string
  line: number
  readonly md: { block: { tokenize(state: BlockState, startLine: number, endLine: number): void } }
  push(type: string, tag: string, nesting: -1 | 0 | 1): MarkdownToken
}

export type BlockRule = (state: BlockState, startLine: number, endLine: number, silent: boolean) => boolean

/** Reads each run of a rule that turns matched delimiters into tokens: the run itself and those inside links. */
export function eachDelimiters(state: InlineState, change: (delimiters: readonly Delimiter[]) => void): void {
  change(state.delimiters)
  for (const meta of state.tokens_meta) if (meta?.delimiters) change(meta.delimiters)
}
