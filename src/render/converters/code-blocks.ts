/** Code blocks that plugins write: the hook of both Markdown converters. */
import { sanitizedPath } from '../../base/index.ts'
import type { WriteCodeBlock } from '../../kramdown/index.ts'
import { type CodeBlockWriters, PluginFailure } from '../../plugins/index.ts'
import type { ConversionContext, FileAccess } from '../types.ts'

/** What code blocks are written with: who writes them, and what those may read below `source`. */
interface CodeBlockParts {
  readonly writers: CodeBlockWriters
  readonly source: string
  /** where the site may have npm packages */
  readonly packages: string | undefined
  readonly files: Pick<FileAccess, 'readBytes'>
}

/** Asks the plugin that takes a block's language, if there is one. */
export function codeBlockWriter(
  { writers, source, packages, files }: CodeBlockParts,
  context: ConversionContext,
): WriteCodeBlock {
  const { path } = context
  return (code, language, attributes) => {
    const write = language === undefined ? undefined : writers.get(language.toLowerCase())
    if (write === undefined || language === undefined) return undefined
    // Asked for only now: a plugin may read all of it.
    const { document } = context
    try {
      return write(code, {
        language,
        attributes,
        path,
        packages,
        ...(document === undefined ? {} : { document }),
        readBytes: (place) => files.readBytes?.(sanitizedPath(source, place.replace(/^\/+/, ''))),
        warn: (message, at = {}) => context.warn(message, { text: code, ...at }),
      })
    } catch (error) {
      if (!(error instanceof PluginFailure)) throw error
      const line = context.lineOf?.(code)
      throw error.within(line === undefined ? [] : [`at ${path}:${line}`])
    }
  }
}
