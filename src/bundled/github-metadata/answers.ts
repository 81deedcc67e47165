/** What GitHub's API says of a repository and its owner, for sites that want it asked. */
import {
  type Config,
  type GeneratorContext,
  isHash,
  type JsonAnswers,
  rubyToS,
  toValue,
  type Value,
} from '../../plugin-api.ts'
import { githubOptions } from './options.ts'

/** Others would lead to another question than the one about a repository. */
const NAME = /^(?!\.{1,2}$)[\w.-]+$/

/** The API's answers; `undefined` for what it was not asked, or did not know. */
export interface Answers {
  readonly repository: unknown
  readonly pages: unknown
  readonly owner: unknown
  readonly contributors: unknown
  readonly releases: unknown
  readonly latestRelease: unknown
  readonly members: unknown
  readonly repositories: unknown
}

const NOTHING: Answers = {
  repository: undefined,
  pages: undefined,
  owner: undefined,
  contributors: undefined,
  releases: undefined,
  latestRelease: undefined,
  members: undefined,
  repositories: undefined,
}

/** The answers about `owner/name` from the API at `api`; a warning and nothing where none comes. */
export function answersFor(
  api: string,
  owner: string,
  name: string,
  config: Config,
  ctx: GeneratorContext,
): Answers {
  if (!githubOptions(config).fetches || ![owner, name].every((part) => NAME.test(part))) return NOTHING
  const repo = `${api}/repos/${owner}/${name}`
  const urls = {
    repository: repo,
    pages: `${repo}/pages`,
    owner: `${api}/orgs/${owner}`,
    user: `${api}/users/${owner}`,
    contributors: `${repo}/contributors?per_page=100`,
    releases: `${repo}/releases?per_page=100`,
    latestRelease: `${repo}/releases/latest`,
    members: `${api}/orgs/${owner}/public_members?per_page=100`,
    repositories: `${api}/users/${owner}/repos?per_page=100&type=public`,
  }
  const token = tokenFor(`${owner}/${name}`, config, ctx)
  const answers: JsonAnswers | undefined = ctx.askJson({
    urls: Object.values(urls),
    ...(token === '' ? {} : { headers: { authorization: `Bearer ${token}` } }),
  })
  if (answers === undefined) {
    ctx.warn({
      code: 'plugins/github-unreachable',
      severity: 'warning',
      topic: 'GitHub Metadata:',
      message: `No answer from ${api}: site.github has what the repository's name tells.`,
      trail: [],
    })
    return NOTHING
  }
  return {
    repository: answers.get(urls.repository),
    pages: answers.get(urls.pages),
    owner: answers.get(urls.owner) ?? answers.get(urls.user),
    contributors: answers.get(urls.contributors),
    releases: answers.get(urls.releases),
    latestRelease: answers.get(urls.latestRelease),
    members: answers.get(urls.members),
    repositories: answers.get(urls.repositories),
  }
}

/**
 * The token of whoever builds the site; ''. In safe mode only for the repository that the environment names: a site may name
 * any that the token opens.
 */
function tokenFor(repository: string, { safe, variables }: Config, ctx: GeneratorContext): string {
  const token = variables.JEKYLL_GITHUB_TOKEN ?? variables.OCTOKIT_ACCESS_TOKEN ?? ''
  const own = [variables.PAGES_REPO_NWO, variables.GITHUB_REPOSITORY]
  if (token === '' || !safe || own.some((name) => name?.toLowerCase() === repository.toLowerCase()))
    return token
  ctx.warn({
    code: 'plugins/github-token',
    severity: 'warning',
    topic: 'GitHub Metadata:',
    message: `In safe mode the token is not sent for ${repository}: PAGES_REPO_NWO does not name it.`,
    trail: [],
  })
  return ''
}

/** A field of an answer as a value; nil where there is none. */
export function answered(answer: unknown, key: string): Value {
  if (typeof answer !== 'object' || answer === null || !Object.hasOwn(answer, key)) return null
  return toValue((answer as Readonly<Record<string, unknown>>)[key])
}

/** The text of a field; undefined where it has none. */
export function answeredText(answer: unknown, key: string): string | undefined {
  const value = answered(answer, key)
  return value === null || value === '' || isHash(value) ? undefined : rubyToS(value)
}
