/** The plugins that come with the program, by the name a configuration calls them. */
import type { Plugin } from './api.ts'
import { BUNDLED } from './bundled/all.ts'

const BY_NAME: ReadonlyMap<string, Plugin> = new Map(BUNDLED.map((plugin) => [plugin.name, plugin]))

/** The bundled plugin called `name`, or undefined. */
export function bundledPlugin(name: string): Plugin | undefined {
  return BY_NAME.get(name)
}

/** The names of all bundled plugins, sorted. */
export function bundledNames(): readonly string[] {
  return [...BY_NAME.keys()].sort()
}
