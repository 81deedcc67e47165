/**
 * jekyll-github-metadata 2.15: `site.github`, and `site.title`, `description`, `url` and `baseurl` from it where the
 * site has none. https://github.com/jekyll/github-metadata
 *
 * The repository's name, the environment and git tell what the plugin tells without a network; with
 * `github: {fetch: true}` (or WHIRL_GITHUB_FETCH) GitHub's API is asked for the rest, once an hour. Where the network
 * or a repository is missing the fields are empty: Ruby's plugin stops the build.
 */
import {
  asTag,
  definePlugin,
  documentOf,
  fieldOf,
  type GeneratorContext,
  type Site,
  servicesOf,
  toText,
  type Value,
} from '../../plugin-api.ts'
import { metadataOf } from './metadata.ts'
import { githubOptions, SETTINGS } from './options.ts'

const NAME = 'jekyll-github-metadata'

function generate(site: Site, ctx: GeneratorContext): Site {
  const { data, environment, variables } = site.config
  const metadata = metadataOf(site, ctx)
  if (metadata === undefined) {
    ctx.warn({
      code: 'plugins/github-repository',
      severity: 'warning',
      topic: 'GitHub Metadata:',
      message:
        "No repo name found. Specify using PAGES_REPO_NWO environment variables, 'repository' in your configuration, or " +
        "set up an 'origin' git remote pointing to your github.com repository.",
      help: 'without it site.github is empty',
      trail: [],
    })
    return site
  }
  const more = new Map(data)
  if (!githubOptions(site.config).isTaken) more.set('github', metadata.fields)
  const setMissing = (key: string, value: Value): void => {
    if ((more.get(key) ?? null) === null) more.set(key, value)
  }
  if ((data.get('name') ?? null) === null) setMissing('title', metadata.title)
  else
    ctx.warn({
      code: 'plugins/github-site-name',
      severity: 'warning',
      topic: 'GitHub Metadata:',
      message:
        'site.name is set in _config.yml, but many plugins and themes expect site.title to be used instead. To avoid ' +
        "potential inconsistency, Jekyll GitHub Metadata will not set site.title to the repository's name.",
      trail: [],
    })
  setMissing('description', metadata.tagline)
  // Only what is published gets its public address: a server at home is asked at its own.
  if (environment === 'production' || (variables.PAGES_BUILD_ID ?? '') !== '') {
    const host = metadata.url.indexOf('://') + 3
    const path = metadata.url.indexOf('/', host)
    setMissing('url', path === -1 ? metadata.url : metadata.url.slice(0, path))
    if (more.get('baseurl') === '/') more.delete('baseurl')
    setMissing('baseurl', path === -1 ? '' : metadata.url.slice(path))
  }
  return { ...site, config: { ...site.config, data: more } }
}

/** `{% github_edit_link "text" %}`: a link to edit the page on GitHub; without a text its address alone. */
const editLink = asTag<string>({
  name: 'github_edit_link',
  parse: (markup) => markup.trim(),
  render(markup, ctx) {
    const { site } = servicesOf(ctx)
    const github = site.config.data.get('github')
    const source = fieldOf(github, 'source')
    const path = documentOf(ctx)?.file.path ?? ''
    const folder = toText(fieldOf(source, 'path')).replace(/^\/+|\/+$/g, '')
    const parts = [
      toText(fieldOf(github, 'repository_url')),
      'edit',
      toText(fieldOf(source, 'branch')),
      ...(folder === '' ? [] : [folder]),
      path.split('/').map(encodeURIComponent).join('/'),
    ]
    const url = parts.join('/')
    // Only a text in quotes counts.
    const text = /^(["'])(.+)\1$/s.exec(markup)?.[2]
    return text === undefined ? url : `<a href="${url}">${text}</a>`
  },
})

export const githubMetadata = definePlugin({
  name: NAME,
  priority: 'highest',
  settings: SETTINGS,
  generate,
  tags: [editLink],
})
