/** Where a plugin comes from, and what is told of it while it works. */
import type { SourceText, Span } from '../base/index.ts'

/** A place in a plugin's own file. */
interface PluginPlace {
  readonly source: SourceText
  readonly span: Span
}

/** Set on plugins that are loaded from a site or a package. Those handed in by a program, and the bundled ones, have none. */
export interface PluginOrigin {
  /** the file or package as messages name it: `_plugins/notes.ts`, `whirl-plugin-notes` */
  readonly file: string
  /** where in the plugin's files `error` was thrown; undefined when none of them is in its trace */
  placeOf(error: Error): PluginPlace | undefined
  /** The plugin begins to work on `at`; calls may lie within each other. */
  started(at: string): void
  /** The work begun last is over. */
  ended(): void
}
