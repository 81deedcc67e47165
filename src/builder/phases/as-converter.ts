/** Converters of plugins as rendering has them. */
import { exhausted } from '../../base/index.ts'
import { type PluginConverter, PluginFailure } from '../../plugins/index.ts'
import { ConversionError, type Converter } from '../../render/index.ts'

/** A plugin's converter, what it throws being a fault of the text. */
export function asConverter(converter: PluginConverter): Converter {
  return {
    name: converter.name,
    priority: converter.priority,
    matches: (ext) => converter.matches(ext),
    convert(text, context) {
      try {
        return converter.convert(text, context)
      } catch (error) {
        if (error instanceof PluginFailure || exhausted(error) !== undefined) throw error
        throw new ConversionError(error instanceof Error ? error.message : String(error))
      }
    },
  }
}
