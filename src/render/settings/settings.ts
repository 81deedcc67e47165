/** The settings that only rendering reads, made once of the configuration's hash: plain data, by owner. */
import type { Site } from '../../site/index.ts'
import { type HighlightSettings, highlightSettings } from './highlight.ts'
import { type LiquidSettings, liquidSettings } from './liquid.ts'
import { type MarkdownSettings, markdownSettings } from './markdown.ts'
import { type SassSettings, sassSettings } from './sass.ts'

export interface RenderSettings {
  readonly highlight: HighlightSettings
  readonly liquid: LiquidSettings
  readonly markdown: MarkdownSettings
  readonly sass: SassSettings
}

export function renderSettings(site: Site): RenderSettings {
  const { data, reference } = site.config
  return {
    highlight: highlightSettings(data, reference.rouge),
    liquid: liquidSettings(data),
    markdown: markdownSettings(data, reference.kramdown),
    sass: sassSettings(site),
  }
}
