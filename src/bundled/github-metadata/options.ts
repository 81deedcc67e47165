/** What the configuration and the environment say of the repository. */
import {
  type Config,
  type Hash,
  isHash,
  isTruthy,
  type PluginSettings,
  schema,
  toText,
} from '../../plugin-api.ts'

const { bare, either, flag, hash, text } = schema

interface GithubOptions {
  /** `github:`, fields that win over what is found out; empty where there are none */
  readonly own: Hash
  /** whether the site calls something else `github`, and keeps it */
  readonly isTaken: boolean
  /** whether GitHub's API is to be asked: `github: {fetch: true}`, or WHIRL_GITHUB_FETCH */
  readonly fetches: boolean
  /** `owner/name`; undefined where nothing is said */
  readonly repository: string | undefined
}

export const SETTINGS: PluginSettings = {
  config: {
    repository: text('`owner/name` on GitHub, for jekyll-github-metadata'),
    github: either(
      'jekyll-github-metadata: fields of `site.github`',
      hash('fields', { fetch: flag("ask GitHub's API", { default: false }) }),
      bare('boolean'),
    ),
  },
}

export function githubOptions({ data, variables }: Config): GithubOptions {
  const written = data.get('github')
  const own: Hash = isHash(written) ? written : new Map()
  const repository = [variables.PAGES_REPO_NWO, data.get('repository')].find(
    (value) => isTruthy(value) && value !== '',
  )
  return {
    own,
    isTaken: isTruthy(written) && !isHash(written),
    fetches: fetches(own, data.get('offline') === true, variables),
    repository: repository === undefined ? undefined : toText(repository),
  }
}

function fetches(own: Hash, offline: boolean, variables: Config['variables']): boolean {
  if ((variables.PAGES_DISABLE_NETWORK ?? '') !== '' || offline) return false
  const fetch = own.get('fetch')
  return typeof fetch === 'boolean' ? fetch : (variables.WHIRL_GITHUB_FETCH ?? '') !== ''
}
