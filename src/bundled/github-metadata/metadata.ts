/** `site.github`: what is known of the repository a site is made from. */
import {
  deepMerge,
  type GeneratorContext,
  githubPagesVersions,
  type Hash,
  isHash,
  isTruthy,
  type Site,
  toText,
  toValue,
  type Value,
} from '../../plugin-api.ts'
import { type GitHubInstance, instanceOf, isUserPage, pagesUrl } from './addresses.ts'
import { type Answers, answered, answeredText, answersFor } from './answers.ts'
import { githubOptions } from './options.ts'

/** What an owner shows to templates, from the API's answer. */
const OWNER_FIELDS =
  'avatar_url bio blog collaborators company created_at description email followers following ' +
  'has_organization_projects has_repository_projects hireable html_url id is_verified location login name node_id ' +
  'public_gists public_repos type updated_at'

interface Metadata {
  /** every field, by name */
  readonly fields: Hash
  /** what `site.title` is where the site has none */
  readonly title: string
  /** likewise `site.description` */
  readonly tagline: Value
  /** where the site is read */
  readonly url: string
}

/** Everything about the repository of `site`; undefined where nothing names it. */
export function metadataOf(site: Site, ctx: GeneratorContext): Metadata | undefined {
  const { config } = site
  const instance = instanceOf(config)
  const named = repositoryName(site, instance, ctx)
  if (named === undefined) return undefined
  const { owner, name } = named
  const answers = answersFor(instance.apiUrl, owner, name, config, ctx)
  const isUser = isUserPage(instance, owner, name)
  const url = urlOf(instance, owner, name, answers)
  const displayName = answered(answers.owner, 'name')
  const fields = new Map<Value, Value>([
    ['api_url', instance.apiUrl],
    ['archived', answered(answers.repository, 'archived')],
    ['baseurl', pathOf(url)],
    ['build_revision', config.variables.JEKYLL_BUILD_REVISION ?? ctx.repository.revision() ?? ''],
    ['clone_url', `${instance.githubUrl}/${owner}/${name}.git`],
    // Ruby's plugin says `false` where it could not ask.
    ['contributors', toValue(answers.contributors ?? false)],
    ['disabled', answered(answers.repository, 'disabled')],
    ['environment', instance.environment],
    ['help_url', instance.helpUrl],
    ['hostname', instance.hostname],
    ['is_project_page', !isUser],
    ['is_user_page', isUser],
    ['issues_url', whereHas(answers, 'has_issues', `${instance.githubUrl}/${owner}/${name}/issues`)],
    ['language', answered(answers.repository, 'language')],
    ['latest_release', toValue(answers.latestRelease ?? false)],
    ['license', licenseOf(answers)],
    ['organization_members', toValue(answers.members ?? null)],
    ['owner', new Map(OWNER_FIELDS.split(' ').map((key) => [key, answered(answers.owner, key)]))],
    ['owner_display_name', displayName],
    ['owner_gravatar_url', `${instance.githubUrl}/${owner}.png`],
    ['owner_name', owner],
    ['owner_url', `${instance.githubUrl}/${owner}`],
    ['pages_env', instance.environment],
    ['pages_hostname', instance.pagesHostname],
    ['private', answered(answers.repository, 'private')],
    ['project_tagline', answered(answers.repository, 'description')],
    ['project_title', name],
    ['public_repositories', toValue(answers.repositories ?? [])],
    ['releases', toValue(answers.releases ?? false)],
    ['releases_url', `${instance.githubUrl}/${owner}/${name}/releases`],
    ['repository_name', name],
    ['repository_nwo', `${owner}/${name}`],
    ['repository_url', `${instance.githubUrl}/${owner}/${name}`],
    ['show_downloads', answered(answers.repository, 'has_downloads')],
    ['source', sourceOf(answers, isUser)],
    ['tar_url', `${instance.githubUrl}/${owner}/${name}/tarball/${branchOf(answers, isUser)}`],
    ['url', url],
    ['versions', config.githubPages ? githubPagesVersions(config) : new Map<Value, Value>()],
    ['wiki_url', whereHas(answers, 'has_wiki', `${instance.githubUrl}/${owner}/${name}/wiki`)],
    ['zip_url', `${instance.githubUrl}/${owner}/${name}/zipball/${branchOf(answers, isUser)}`],
  ])
  const { own } = githubOptions(config)
  const merged = deepMerge(fields, own)
  // What an owner is overridden with stands alone: Ruby's owner is not a hash.
  if (isHash(own.get('owner'))) merged.set('owner', own.get('owner') ?? null)
  merged.delete('fetch')
  return {
    fields: merged,
    title: isUser ? toText(isTruthy(displayName) ? displayName : owner) : name,
    tagline: fields.get('project_tagline') ?? null,
    url,
  }
}

/**
 * Owner and name: PAGES_REPO_NWO, `repository` of the configuration, the remote `origin` on GitHub. Where Ruby's plugin
 * stops the build there are two more: GITHUB_REPOSITORY, which Actions set, and the remote in any environment.
 */
function repositoryName(
  { config }: Site,
  instance: GitHubInstance,
  ctx: GeneratorContext,
): { owner: string; name: string } | undefined {
  const { variables, environment } = config
  const remote = (): string | undefined => nameInRemote(ctx.repository.origin(), instance.hostname)
  const isLocal = environment === 'development' || environment === 'test'
  const given =
    githubOptions(config).repository ??
    (isLocal ? remote() : undefined) ??
    variables.GITHUB_REPOSITORY ??
    remote()
  const [owner, name] = toText(given).split('/')
  return owner === undefined || owner === '' || name === undefined || name === ''
    ? undefined
    : { owner, name }
}

/** `owner/name` in an address as git has it: `git@github.com:owner/name.git`. */
function nameInRemote(address: string | undefined, hostname: string): string | undefined {
  if (address === undefined) return undefined
  const at = address.lastIndexOf(`${hostname}`)
  const found =
    at === -1 ? null : /^[:/]([^/\s]+\/[^/\s]+?)(?:\.git)?\/?$/.exec(address.slice(at + hostname.length))
  return found?.[1]
}

/** Where Pages says the site is; else where its name puts it. */
function urlOf(instance: GitHubInstance, owner: string, name: string, { pages }: Answers): string {
  const cname = answeredText(pages, 'cname')
  const html = answeredText(pages, 'html_url')
  if (html !== undefined) return html.replace(/\/$/, '')
  return cname === undefined ? pagesUrl(instance, owner, name) : `http://${cname}`
}

/** The path of an address, without a slash at its end: '' where it has none. */
function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  return start === -1 ? '' : url.slice(start).replace(/\/$/, '')
}

function whereHas({ repository }: Answers, key: string, url: string): Value {
  return answered(repository, key) === true ? url : null
}

function licenseOf({ repository }: Answers): Value {
  const license = answered(repository, 'license')
  if (!isHash(license)) return null
  return new Map(['key', 'name', 'spdx_id', 'url'].map((key) => [key, license.get(key) ?? null]))
}

function branchOf(answers: Answers, isUser: boolean): string {
  const source = answered(answers.pages, 'source')
  const branch = isHash(source) ? source.get('branch') : null
  if (isTruthy(branch)) return toText(branch)
  return isUser ? 'master' : 'gh-pages'
}

function sourceOf(answers: Answers, isUser: boolean): Hash {
  const source = answered(answers.pages, 'source')
  const path = isHash(source) && isTruthy(source.get('path')) ? (source.get('path') as Value) : '/'
  return new Map<Value, Value>([
    ['branch', branchOf(answers, isUser)],
    ['path', path],
  ])
}
