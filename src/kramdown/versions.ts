/** What the versions of kramdown do otherwise, one switch for each difference, as changes to the next version. */
import type { KramdownVersion } from '../base/index.ts'

export interface KramdownRules {
  /** `role="doc-noteref"` stands at the link of a footnote, and no role at its item (2.5) */
  readonly roleAtLink: boolean
}

const KRAMDOWN_2_5: KramdownRules = { roleAtLink: true }
const KRAMDOWN_2_4: KramdownRules = { ...KRAMDOWN_2_5, roleAtLink: false }

const RULES: Readonly<Record<KramdownVersion, KramdownRules>> = {
  '1.17': KRAMDOWN_2_4,
  '2.3': KRAMDOWN_2_4,
  '2.4': KRAMDOWN_2_4,
  '2.5': KRAMDOWN_2_5,
}

export function kramdownRules(version: KramdownVersion): KramdownRules {
  return RULES[version]
}
