/** SmartyPants, which only `smartify` calls: kramdown reading HTML, quotes and symbols, and no Markdown. */
import { toHtml } from '../../kramdown/index.ts'
import type { RenderSettings } from '../settings/settings.ts'
import type { Converter } from '../types.ts'
import { faultOfOptions, kramdownOptions } from './kramdown-options.ts'

export const SMARTYPANTS = 'Jekyll::Converters::SmartyPants'

export function createSmartyPants(settings: RenderSettings): Converter {
  const { syntax_highlighter = 'rouge', syntax_highlighter_opts = {} } = settings.markdown.kramdown
  // Code, which HTML may become, is coloured as kramdown does alone.
  const options = {
    ...kramdownOptions(settings),
    input: 'SmartyPants',
    syntax_highlighter,
    syntax_highlighter_opts,
  }
  const fault = faultOfOptions(options)
  return {
    name: SMARTYPANTS,
    priority: -10,
    matches: () => false,
    convert: fault ?? ((text, { ascii }) => toHtml(text, { ...options, ascii }).html.replace(/\n$/, '')),
  }
}
