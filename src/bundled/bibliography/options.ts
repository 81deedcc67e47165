/** `scholar:` in the configuration, with the names of jekyll-scholar. */
import {
  type Config,
  type Diagnostic,
  listOf,
  type PluginSettings,
  schema,
  settingsOf,
  toText,
} from '../../plugin-api.ts'

const { bare, choice, either, text } = schema

const STYLES = ['author-date', 'numbers', 'footnotes'] as const
export type Style = (typeof STYLES)[number]

/** Styles that jekyll-scholar's sites name, and what is nearest. */
const OTHERS: Readonly<Record<string, Style>> = {
  apa: 'author-date',
  'chicago-author-date': 'author-date',
  mla: 'author-date',
  'modern-language-association': 'author-date',
  ieee: 'numbers',
  vancouver: 'numbers',
  'acm-sig-proceedings': 'numbers',
  'chicago-fullnote-bibliography': 'footnotes',
  'chicago-note-bibliography': 'footnotes',
}

const SORTS = ['none', 'author', 'year', 'title'] as const
type Sort = (typeof SORTS)[number]

export interface ScholarOptions {
  readonly style: Style
  /** the folder of the files, without slashes around it */
  readonly source: string
  /** the file of texts that name none */
  readonly bibliography: string
  readonly sortBy: Sort
  readonly descending: boolean
}

export const SETTINGS: PluginSettings = {
  config: {
    scholar: schema.hash('citations and bibliographies', {
      style: { ...either('how works are cited', choice('', STYLES), bare('string')), default: STYLES[0] },
      source: text('folder of the files', { default: './_bibliography' }),
      bibliography: text('the file, `.bib` or `.json`', { default: 'references.bib' }),
      sort_by: choice('what bibliographies are sorted by', SORTS, { default: SORTS[0] }),
      order: choice('in which order', ['ascending', 'descending'], { default: 'ascending' }),
    }),
  },
}

export function scholarOptions(
  config: Config,
  warn: (diagnostic: Diagnostic) => void = () => {},
): ScholarOptions {
  const written = settingsOf(config, 'scholar')
  const word = (key: string, fallback: string): string => {
    const value = written.get(key)
    return value === undefined || value === null || value === false
      ? fallback
      : toText(listOf(value)[0] ?? '')
  }
  const given = word('style', STYLES[0]).replace(/\.csl$/, '')
  const style =
    STYLES.find((each) => each === given) ?? (Object.hasOwn(OTHERS, given) ? OTHERS[given] : undefined)
  if (style === undefined)
    warn(
      badSetting(
        'style',
        given,
        `there are ${STYLES.join(', ')}, and ${Object.keys(OTHERS).join(', ')} for the nearest`,
      ),
    )
  const sort = word('sort_by', 'none')
  const sortBy = SORTS.find((each) => each === sort)
  if (sortBy === undefined) warn(badSetting('sort_by', sort, `there are ${SORTS.join(', ')}`))
  return {
    style: style ?? STYLES[0],
    source: word('source', '_bibliography').replace(/^(?:\.?\/)+|\/+$/g, ''),
    bibliography: word('bibliography', 'references.bib'),
    sortBy: sortBy ?? 'none',
    descending: word('order', 'ascending') === 'descending',
  }
}

function badSetting(key: string, value: string, help: string): Diagnostic {
  return {
    code: 'bibliography/bad-setting',
    severity: 'warning',
    topic: 'Bibliography:',
    message: `\`scholar: ${key}\` is '${value}', which is not known.`,
    help,
    trail: [],
  }
}
