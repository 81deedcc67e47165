/** The settings that more than one module reads, made once of the merged hash: plain data, by owner. */
import { type Hash, rubyToS, type Value } from '../../base/index.ts'
import { type AddressSettings, addressSettings } from './address.ts'
import { type ExcerptSettings, excerptSettings } from './excerpt.ts'
import { type KeepingSettings, keepingSettings } from './keeping.ts'
import { type MarkdownFiles, markdownFiles } from './markdown.ts'
import { permalinkSetting } from './permalink.ts'
import { type PluginSettings, pluginSettings } from './plugins.ts'
import { type ReadingSettings, readingSettings } from './reading.ts'

export interface Settings {
  readonly address: AddressSettings
  readonly excerpt: ExcerptSettings
  readonly keeping: KeepingSettings
  readonly markdown: MarkdownFiles
  /** the style of URLs, or a template */
  readonly permalink: string
  readonly plugins: PluginSettings
  readonly reading: ReadingSettings
  /** `time`, as written: what the site's clock shows, unless nil or false */
  readonly time: Value
  /** the site's two directories as they are written, for messages */
  readonly written: { readonly source: string; readonly destination: string }
}

export function settingsOf(data: Hash): Settings {
  return {
    address: addressSettings(data),
    excerpt: excerptSettings(data),
    keeping: keepingSettings(data),
    markdown: markdownFiles(data),
    permalink: permalinkSetting(data),
    plugins: pluginSettings(data),
    reading: readingSettings(data),
    time: data.get('time'),
    written: { source: rubyToS(data.get('source')), destination: rubyToS(data.get('destination')) },
  }
}
