/** What a shard says of the build that it is a part of. */
import type { Shared } from '../../render/index.ts'
import type { Site } from '../../site/index.ts'
import type { Whole } from './shard-file.ts'
import { nameOfParts, settingParts, siteParts } from './site-name.ts'

/** That of a build of `site` by `program`, with `settings` by name. */
export function wholeOf(site: Site, shared: Shared, settings: string, program: string): Whole {
  const parts = { settings: settingParts(site), site: siteParts(site, shared) }
  return { program, settings, site: nameOfParts(parts.site), parts }
}
