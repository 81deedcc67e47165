/** `relative_url`, `absolute_url`, `strip_index`. */
import type { FilterDefinition } from '../../liquid/index.ts'
import { MethodLiteral, toText } from '../../liquid/index.ts'
import { urlOf } from '../document-url.ts'
import { DocumentDrop } from '../drops/document.ts'
import { inspect } from '../inspect.ts'
import { registersOf } from '../registers.ts'
import { noMethod } from '../ruby-message.ts'
import { absoluteUrl, relativeUrl } from '../site-url.ts'

/** Documents stand for their url. */
function urlText(input: unknown): string {
  if (input instanceof DocumentDrop) return urlOf(input.document)
  return Array.isArray(input) ? inspect(input) : toText(input)
}

const relative: FilterDefinition = {
  min: 0,
  max: 0,
  run: (ctx, input) =>
    input === null || input === undefined ? null : relativeUrl(registersOf(ctx).view.config, urlText(input)),
}

const absolute: FilterDefinition = {
  min: 0,
  max: 0,
  run: (ctx, input) =>
    input === null || input === undefined ? null : absoluteUrl(registersOf(ctx).view.config, urlText(input)),
}

const stripIndex: FilterDefinition = {
  min: 0,
  max: 0,
  encoding: 'kept',
  run(_ctx, input) {
    if (input === null || input === undefined || input === '' || input instanceof MethodLiteral) return null
    if (typeof input !== 'string') throw noMethod('sub', input)
    return input.replace(/\/index\.html?$/, '/')
  },
}

export const urlFilters: Readonly<Record<string, FilterDefinition>> = {
  relative_url: relative,
  absolute_url: absolute,
  strip_index: stripIndex,
}
