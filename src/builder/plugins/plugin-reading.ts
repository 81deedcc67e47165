/** What plugins have to do with reading. */
import { outputExtWith, type PluginParts } from '../../plugins/index.ts'
import type { ReadOptions } from '../../read/index.ts'
import { blockTags } from '../../render/index.ts'
import type { Config } from '../../site/index.ts'

/** The options of reading that plugins decide: extensions of outputs by their converters, tags that have an end. */
export function pluginReading(
  config: Config,
  { converters, tags }: Pick<PluginParts, 'converters' | 'tags'>,
): Pick<ReadOptions, 'outputExt' | 'blockTags'> {
  return { outputExt: outputExtWith(config, converters), blockTags: blockTags(tags) }
}
