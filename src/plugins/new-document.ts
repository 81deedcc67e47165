/** What the plugins of a site put into the front matter of a new document. */
import { type Hash, isHash, type Value } from '../base/index.ts'
import { isPlainObject } from '../liquid/index.ts'
import type { Config } from '../site/index.ts'
import type { NewDocument, Plugin } from './api.ts'
import { badResult, guarded } from './guard.ts'
import { pluginOptions } from './options.ts'
import { hashOf } from './to-value.ts'

/**
 * The fields that `plugins` give `doc`, one plugin after the other; of two with one name the later wins. Throws a
 * PluginFailure for a plugin that fails or returns something else.
 */
export function newDocumentFields(plugins: readonly Plugin[], doc: NewDocument, config: Config): Hash {
  const fields = new Map<Value, Value>()
  for (const plugin of plugins) {
    if (plugin.newDocument === undefined) continue
    const context = { config, options: pluginOptions(config, plugin.name) }
    const made: unknown = guarded(plugin, 'a new document', () => plugin.newDocument?.(doc, context))
    if (!isHash(made) && !isPlainObject(made))
      throw badResult(plugin, '`newDocument`', made, 'front matter', "return `{ mood: '…' }`, or `{}`")
    for (const [key, value] of guarded(plugin, 'a new document', () => hashOf(made))) fields.set(key, value)
  }
  return fields
}
