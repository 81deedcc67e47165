/** Plugins of which it is not known that they make the same of the same each time. */
import type { Plugin } from './api.ts'

/** `plugin`, telling `note` whenever it works. One that comes from no file (a program handed it in) tells nothing. */
export function noting(plugin: Plugin, note: () => void): Plugin {
  const { origin } = plugin
  if (origin === undefined) return plugin
  return {
    ...plugin,
    origin: {
      file: origin.file,
      placeOf: (error) => origin.placeOf(error),
      ended: () => origin.ended(),
      started(at) {
        note()
        origin.started(at)
      },
    },
  }
}
