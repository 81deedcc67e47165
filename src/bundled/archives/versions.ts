/** What the versions of jekyll-archives do otherwise. */
import { type Config, hasGem } from '../../plugin-api.ts'

interface ArchivesVersion {
  /** `slug_mode` is heeded */
  readonly slugMode: boolean
  /** defaults hold whose scope names no type, or the kind of the archive as its type */
  readonly defaults: boolean
  /** settings that are no hash are reported; before, Jekyll stopped in Ruby's words */
  readonly reportsSettings: boolean
}

const BEFORE_2_3: ArchivesVersion = { slugMode: false, defaults: true, reportsSettings: false }
const SINCE_2_3: ArchivesVersion = { slugMode: true, defaults: false, reportsSettings: true }

export function archivesVersion({ reference }: Pick<Config, 'reference'>): ArchivesVersion {
  return hasGem(reference, 'jekyll-archives', '2.3') ? SINCE_2_3 : BEFORE_2_3
}
