/** Where things of a repository are, by the rules of github.com and of GitHub Enterprise. */
import type { Config } from '../../plugin-api.ts'

/** The parts of an environment that say which GitHub is meant. */
export interface GitHubInstance {
  /** `PAGES_ENV`, else `JEKYLL_ENV` */
  readonly environment: string
  readonly hostname: string
  readonly pagesHostname: string
  readonly apiUrl: string
  readonly helpUrl: string
  /** `https://github.com` */
  readonly githubUrl: string
  /** whether it is GitHub's own service: sites lie at `owner.github.io` */
  readonly isDotcom: boolean
  /** whether an Enterprise server has a host of its own for sites */
  readonly isolated: boolean
  readonly scheme: string
}

/** The instance that the environment variables of `config` name. */
export function instanceOf({ variables, environment: jekyllEnvironment }: Config): GitHubInstance {
  const variable = (name: string, fallback: string): string =>
    variables[`PAGES_${name}`] ?? variables[name] ?? fallback
  const environment = variables.PAGES_ENV ?? jekyllEnvironment
  const hostname = variable('GITHUB_HOSTNAME', 'github.com')
  const scheme = variables.SSL === 'true' || environment === 'test' ? 'https' : 'http'
  return {
    environment,
    hostname,
    pagesHostname: variable('PAGES_HOSTNAME', environment === 'development' ? 'localhost:4000' : 'github.io'),
    apiUrl: variable('API_URL', 'https://api.github.com'),
    helpUrl: variable('HELP_URL', 'https://help.github.com'),
    githubUrl: `${hostname === 'github.com' ? 'https' : scheme}://${hostname}`,
    isDotcom: environment === 'dotcom' || environment === 'test',
    isolated: variables.SUBDOMAIN_ISOLATION === 'true',
    scheme,
  }
}

/** Whose sites lie at github.github.com. */
const GITHUB = 'github'

function pagesHostnameOf({ pagesHostname }: GitHubInstance, owner: string): string {
  return owner === GITHUB ? 'github.com' : pagesHostname
}

/** Whether the repository holds the site of its owner, not one of a project: `owner.github.io`. */
export function isUserPage(instance: GitHubInstance, owner: string, name: string): boolean {
  return ['github.com', pagesHostnameOf(instance, owner)].some(
    (host) => name.toLowerCase() === `${owner}.${host}`.toLowerCase(),
  )
}

/** Where the site is read, as far as names tell: without a slash at its end. */
export function pagesUrl(instance: GitHubInstance, owner: string, name: string): string {
  const isUser = isUserPage(instance, owner, name)
  if (instance.isDotcom) {
    const scheme = owner === GITHUB ? 'https' : 'http'
    const domain = `${scheme}://${owner.toLowerCase()}.${pagesHostnameOf(instance, owner)}`
    return isUser ? domain : `${domain}/${name}`
  }
  const below = isUser ? owner : `${owner}/${name}`
  return instance.isolated
    ? `${instance.scheme}://${instance.pagesHostname}/${below}`
    : `${instance.githubUrl}/pages/${below}`
}
