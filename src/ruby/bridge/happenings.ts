/** What happened between the program and Ruby in a build, and what of it would happen again. */
import { sha256 } from '../../base/index.ts'
import { isFileQuestion, isLook } from '../machine/file-questions.ts'
import type { Turn } from './turns.ts'

/**
 * What happened, in turn; of jobs and answers only digests.
 *
 * - `job`: a job begins
 * - `spot`: a question and its answer on the spot; also one about files
 * - `print`: a line that Ruby printed
 * - `wait`: a question with which a turn ends
 * - `given`: what it was answered
 * - `end`: a turn that ends its job
 */
export type Happening =
  | readonly ['job' | 'given', digest: string]
  | readonly ['spot', question: string, digest: string]
  | readonly ['wait' | 'end', turn: string]
  | readonly ['print', line: string]

export type Happenings = readonly Happening[]

/** What happened in a build. */
export interface Remembered {
  readonly happened: Happenings
  /** where in it rendering began, and where it ended; undefined where the builder did not say */
  readonly rendered?: Stretch | undefined
  /** whether that is all that happened: otherwise Ruby was told then what is another thing each time */
  readonly isWhole: boolean
}

type Stretch = readonly [from: number, to: number]

export const NOTHING_HAPPENED: Remembered = { happened: [], isWhole: false }

/** What stands for a text: short ones for themselves. */
export function digestOf(text: string): string {
  return text.length <= 64 ? text : sha256(text)
}

/** Names what happened up to `end`. */
export function nameOf(happened: Happenings, end: number): string {
  return sha256(JSON.stringify(happened.slice(0, end)))
}

/** Questions about the site and what is written of it: the same site has the same answers. */
const OF_SITE: ReadonlySet<string> = new Set([
  'collection_of',
  'collections',
  'config',
  'content',
  'defaults',
  'destination',
  'document',
  'documents',
  'environment',
  'filter_names',
  'layouts',
  'markdown?',
  'output',
  'pages',
  'root',
  'site_data',
  'slugify',
  'static_files',
  'url',
  'yaml',
])

/** Questions of tags, filters, hooks and converters about the text at work: the same for the same text and site. */
const OF_TEXTS: ReadonlySet<string> = new Set([
  'assign',
  'body',
  'changed_texts',
  'drop',
  'evaluate',
  'field',
  'filter',
  'html_of_steps',
  'html_steps',
  'keys',
  'kramdown',
  'kramdown_coloured',
  'kramdown_contents',
  'kramdown_id',
  'kramdown_inner',
  'kramdown_written',
  'markdownify',
  'page',
  'site_drop',
  'template',
  'text',
])

/**
 * Whether Ruby, told the same up to where rendering began and given the same site, would do all again that it did since then,
 * as nothing else that it asked is another thing: files are asked for again, by `askFile`. What it did besides answering, other than to
 * print, it must do.
 */
export function isRepeatable(
  { happened, rendered, isWhole }: Remembered,
  askFile: (question: string) => string,
): boolean {
  if (rendered === undefined || !isWhole) return false
  const [from, to] = rendered
  return happened.every((happening, at) => {
    if (at < from) return true
    const [kind, what] = happening
    if (kind !== 'spot' && kind !== 'wait') return true
    if (kind === 'spot' && isFileQuestion(what))
      return at < to && isLook(what) && digestOf(askFile(what)) === happening[2]
    const name = kind === 'spot' ? (JSON.parse(what) as readonly unknown[])[0] : askedBy(what)
    // Drops have numbers in the order in which they are asked for.
    return name === undefined || OF_SITE.has(String(name)) || (at < to && OF_TEXTS.has(String(name)))
  })
}

function askedBy(turn: string): string | undefined {
  const { ask } = JSON.parse(turn) as Partial<Extract<Turn, { ask: unknown }>>
  return ask?.[0]
}
