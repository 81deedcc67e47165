/** Where it is set in which place of the output a document lies. */
import { extname, isHash, type SettingPlace, type Value } from '../../base/index.ts'
import type { Config, Page, Renderable, Site } from '../../site/index.ts'
import type { PlannedFile } from '../plan.ts'

/** What of a site says where its documents lie. */
export interface PlacedSite extends Pick<Site, 'renderables'> {
  readonly config: Pick<Config, 'destination'>
}

/** Where the address of `from` is set, the likeliest place first; `part` is what is wrong with it. */
export function addressPlaces(
  from: PlannedFile['from'],
  { renderables }: PlacedSite,
  part: string,
): readonly SettingPlace[] {
  if (!isRenderable(from)) return []
  const authors = isGenerated(from) ? [...renderables.values()].filter((each) => !isGenerated(each)) : [from]
  // An extension may have been appended.
  const stem = part.slice(0, part.length - extname(part).length)
  const places: SettingPlace[] = []
  for (const { data, file } of authors)
    for (const [key, value] of data)
      if (typeof key === 'string' && mentions(value, stem)) places.push({ keys: [key], file: file.path })
  if (!isGenerated(from)) places.push({ keys: ['permalink'], file: from.file.path })
  if (from.kind === 'document') places.push({ keys: ['collections', from.home.label, 'permalink'] })
  return [...places, { keys: ['permalink'] }]
}

function isRenderable(from: PlannedFile['from']): from is Renderable {
  return 'kind' in from
}

/** Whether a plugin made it. */
export function isGenerated(from: PlannedFile['from']): from is Page & { readonly generatedBy: string } {
  return isRenderable(from) && from.kind === 'page' && from.generatedBy !== undefined
}

/** Whether some text in `value` contains `part`. */
function mentions(value: Value, part: string): boolean {
  if (typeof value === 'string') return value.includes(part)
  if (Array.isArray(value)) return value.some((each: Value) => mentions(each, part))
  return isHash(value) && [...value.values()].some((each) => mentions(each, part))
}
