/** `highlighter`: what colours code. */
import { type Hash, isTruthy, type RougeVersion } from '../../base/index.ts'

export interface HighlightSettings {
  /** whether the tag `highlight` colours code; else it only escapes it */
  readonly inTags: boolean
  /** kramdown's `syntax_highlighter`, where it is given none of its own; null: no colours */
  readonly inMarkdown: string | null
  /** whose colours */
  readonly rouge: RougeVersion
}

/** Values under which Jekyll's tag takes Rouge. */
const USES_ROUGE: ReadonlySet<unknown> = new Set(['rouge', 'pygments', null, undefined])

export function highlightSettings(data: Hash, rouge: RougeVersion): HighlightSettings {
  const given = data.get('highlighter')
  return {
    inTags: USES_ROUGE.has(given),
    inMarkdown: typeof given === 'string' ? given : isTruthy(given) ? null : 'rouge',
    rouge,
  }
}
