/** From Jekyll 4 on, `post_url` and `link` have the baseurl in them. */
import type { Diagnostic } from '../base/index.ts'
import { slip } from './slip.ts'
import type { SlipSettings } from './slip-settings.ts'

const DOUBLED = /\{\{-?\s*site\.baseurl\s*-?\}\}\/?\{%-?\s*(post_url|link)\s/g

/** Whether `site.baseurl` before these tags is one too many. */
export function doublesBaseurl({ rules, address: { baseurl } }: SlipSettings): boolean {
  return rules.baseurlInTags && baseurl.replace(/\/$/, '') !== ''
}

/** The first such link in the `text` of a file, which begins at its line `firstLine`. */
export function doubledBaseurl(path: string, text: string, firstLine: number): readonly Diagnostic[] {
  if (!text.includes('site.baseurl')) return []
  const [found, ...others] = text.matchAll(DOUBLED)
  if (found === undefined) return []
  const more = others.length === 0 ? '' : ` So do ${others.length} more in the file.`
  return [
    slip(
      'slips/doubled-baseurl',
      'Baseurl:',
      `writes site.baseurl before ${found[1]}, which has it already in Jekyll 4: the link has it twice.${more}`,
      'Take it out, or build as the Jekyll that the site was written for: --compat github-pages (Jekyll 3).',
      { path, text, firstLine, at: found.index },
    ),
  ]
}
