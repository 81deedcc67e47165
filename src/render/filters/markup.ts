/** `markdownify`, `smartify`, `sassify`, `scssify`: the site's converters on a piece of text. */
import type { FilterDefinition } from '../../liquid/index.ts'
import { MethodLiteral, toText } from '../../liquid/index.ts'
import { MARKDOWN } from '../converters/markdown.ts'
import { SMARTYPANTS } from '../converters/smartypants.ts'
import { registersOf } from '../registers.ts'
import { noMethod } from '../ruby-message.ts'

const markdownify: FilterDefinition = {
  min: 0,
  max: 0,
  encoding: 'asked',
  run: (ctx, input) => registersOf(ctx).shared.converters.piece(MARKDOWN, toText(input), ctx.asciiInput),
}

const smartify: FilterDefinition = {
  min: 0,
  max: 0,
  encoding: 'asked',
  run: (ctx, input) => registersOf(ctx).shared.converters.piece(SMARTYPANTS, toText(input), ctx.asciiInput),
}

function style(ext: string): FilterDefinition {
  return {
    min: 0,
    max: 0,
    run(ctx, input) {
      const { sass } = registersOf(ctx).view.config.reference
      // Libsass's gem asks what it compiles whether it is empty, and the word `empty` cannot say.
      const unable = input instanceof MethodLiteral && sass === 'libsass'
      if (input === null || input === undefined || unable) throw noMethod('empty?', input)
      return registersOf(ctx).shared.converters.piece(ext, toText(input))
    },
  }
}

export const markupFilters: Readonly<Record<string, FilterDefinition>> = {
  markdownify,
  smartify,
  sassify: style('.sass'),
  scssify: style('.scss'),
}
