/** What it takes to run plugins in Ruby, as the program has it. */
import type { Hash } from '../base/index.ts'
import type { FilterDefinition } from '../liquid/index.ts'
import type { MarkdownElements } from '../plugins/index.ts'
import type { Config, Site } from '../site/index.ts'
import type { RubyMachineKind } from './start-ruby.ts'

export interface RubyPluginRequest {
  readonly machine: RubyMachineKind
  readonly config: Config
  /** the files of the plugins, absolute, in the order in which they are loaded; their texts */
  readonly files: ReadonlyMap<string, string>
  /** gems that are loaded before them, as Bundler loads those of a group: by the names of gems */
  readonly first: readonly string[]
  /** gems that are loaded after them, by the names that `require` knows */
  readonly gems: readonly string[]
  /** the folder that `require` may look for `name` in; undefined where no gem has it */
  libraryWith(name: string): string | undefined
  /** the site's Markdown, and kramdown with options of a plugin's */
  readonly markdown: (site: Site, text: string, elements?: MarkdownElements) => string
  readonly kramdown: (site: Site, text: string, options: Hash, elements?: MarkdownElements) => string
  /** the filters that the program has, beside Liquid's own */
  readonly filters: Readonly<Record<string, FilterDefinition>>
  /** the text of another file, absolute, that plugins may read, such as one of a gem; undefined where it is none */
  textOf(file: string): string | undefined
  /** how messages name a file */
  shown(file: string): string
  readonly log: RubyLog
  /** answers for another program, or says why not: a line for a shell, or its words; the folder that it is called in */
  program(call: ProgramCall): unknown
  /** told when plugins begin and end to work */
  readonly watch?: { started(file: string, at: string): void; ended(): void } | undefined
}

interface ProgramCall {
  readonly command: string | readonly string[]
  readonly folder: string
  readonly input: string
}

/** A line of the log that a plugin writes. */
export type RubyLog = (level: 'debug' | 'info' | 'warn' | 'error', topic: string, message: string) => void
