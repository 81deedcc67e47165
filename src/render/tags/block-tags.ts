/** Which tags have an end. */
import { LIQUID_TAGS, type TagDefinition } from '../../liquid/index.ts'
import { jekyllTags } from './all.ts'

/** Names of the tags that have an end: Liquid's, Jekyll's and those among `own`. Of one name the last counts. */
export function blockTags(own: readonly TagDefinition[]): readonly string[] {
  const names = new Set<string>(LIQUID_TAGS.filter(({ block }) => block === true).map(({ name }) => name))
  for (const { name, body } of [...jekyllTags, ...own]) {
    if (body === 'block' || body === 'raw') names.add(name)
    else names.delete(name)
  }
  return [...names]
}
