/** What plugins in Ruby have registered, as `load_files` of the layer says it. */
import type { Priority } from '../plugins/index.ts'

export interface Registered {
  readonly generators: readonly Offered[]
  /** `markdown`: made of the Markdown converter, before which it runs, as subclasses do in Jekyll */
  readonly converters: readonly (Offered & { readonly markdown: boolean })[]
  readonly tags: Readonly<Record<string, 'none' | 'block' | 'raw'>>
  readonly filters: Readonly<Record<string, readonly [min: number, max: number]>>
  readonly hooks: readonly RegisteredHook[]
  /** whether plugins have a method of their own in the place of `Site#process`, of `Site#site_payload` */
  readonly in_parts: boolean
  /** the same of `PageReader#read` or `PostReader#read_posts` */
  readonly reads: boolean
  readonly payload: boolean
  /** whether they may want static files not to be copied */
  readonly picks_files: boolean
  /** what they change of how Markdown is converted, which is not called: `Kramdown::Converter::Html#convert_header`, an absolute file, a line from 1 */
  readonly kramdown: readonly (readonly [method: string, file: string, line: number])[]
  /** types of kramdown's elements that plugins write in the place of its converter */
  readonly elements: readonly string[]
}

export type RegisteredHook = readonly [owner: string, event: string, priority: Priority, index: number]

interface Offered {
  readonly name: string
  readonly priority: Priority
}
