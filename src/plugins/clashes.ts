/** Plugins that bring things of one name: only one of them is used, so it is told. */
import type { Diagnostic } from '../base/index.ts'
import type { Plugin } from './api.ts'

/**
 * A warning for each tag, filter and language of code blocks that two plugins bring, where at least one of them comes from the site: the later
 * wins, as in Jekyll. Taking the place of a tag of Liquid's or Jekyll's is nobody's slip, and is not told.
 */
export function clashes(plugins: readonly Plugin[]): Diagnostic[] {
  const found: Diagnostic[] = []
  const note = (kind: string, owners: Map<string, Plugin>, name: string, plugin: Plugin): void => {
    const earlier = owners.get(name)
    owners.set(name, plugin)
    if (earlier === undefined || (earlier.origin === undefined && plugin.origin === undefined)) return
    found.push({
      code: 'plugins/name-clash',
      severity: 'warning',
      topic: 'Plugins:',
      message: `The ${kind} '${name}' comes from two plugins, ${shown(earlier)} and ${shown(plugin)}: the second is used.`,
      help: 'rename one of the two, or take its plugin out',
      trail: [],
    })
  }
  const tags = new Map<string, Plugin>()
  const filters = new Map<string, Plugin>()
  const languages = new Map<string, Plugin>()
  for (const plugin of plugins) {
    for (const { name } of plugin.tags ?? []) note('tag', tags, name, plugin)
    for (const name of Object.keys(plugin.filters ?? {})) note('filter', filters, name, plugin)
    const taken = (plugin.codeBlocks ?? []).flatMap((blocks) => blocks.languages)
    for (const name of new Set(taken.map((language) => language.toLowerCase())))
      note('language of code blocks', languages, name, plugin)
  }
  return found
}

function shown({ name, origin }: Plugin): string {
  return origin === undefined ? name : `${name} (${origin.file})`
}
