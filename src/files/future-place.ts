import fs from 'node:fs'
import path from 'node:path'

/** As many links may lead from one to the next. */
const MAX_LINKS = 40

/** Where what is made at `place` (absolute) will lie: its links followed as far as it is there, dangling ones too. */
export function futurePlace(place: string, links = MAX_LINKS): string {
  try {
    return fs.realpathSync.native(place)
  } catch {
    const above = path.dirname(place)
    if (above === place) return place
    const parent = futurePlace(above, links)
    const here = path.join(parent, path.basename(place))
    const target = links === 0 ? undefined : targetOf(here)
    return target === undefined ? here : futurePlace(path.resolve(parent, target), links - 1)
  }
}

function targetOf(place: string): string | undefined {
  try {
    return fs.readlinkSync(place)
  } catch {
    return undefined
  }
}
