/** Gems of plugins that a site names and that are not there: what to do. */

/** Those that do not run here, or whose work is better done otherwise: names without `jekyll-` or `jekyll_` in front, `/` as `-`. */
const INSTEAD: Readonly<Record<string, string>> = {
  admin: 'it is a server of its own, for editing: take it out of `plugins`',
  algolia: 'it uploads the site: run the search service’s own crawler after the build',
  asset_pipeline: 'bundle assets before the build, with any bundler',
  assets: 'bundle assets before the build, with any bundler',
  compress: 'minify the output after the build, with any minifier',
  gzip: 'compress `_site` after the build, or let the server do it',
  jektex: 'set `kramdown: math_engine: katex`',
  minibundle: 'bundle assets before the build, with any bundler',
  minifier: 'minify the output after the build, with any minifier',
  picture_tag: 'write a tag in _plugins with the npm package `sharp`',
  'postcss-v2': 'run PostCSS before the build',
  postcss: 'run PostCSS before the build',
  responsive_image: 'write a tag in _plugins with the npm package `sharp`',
  tailwindcss: 'run Tailwind before the build',
}

/** What to do about the gem `name`; undefined where the name is not one of a plugin for Jekyll. */
export function gemAdvice(name: string): string | undefined {
  const bare = name.replace(/^jekyll[-_/]/, '').replaceAll('/', '-')
  if (Object.hasOwn(INSTEAD, bare))
    return `${INSTEAD[bare]}, or run it in the Ruby of this machine (\`ruby: native\`)`
  return bare === name
    ? undefined
    : `with Ruby (npm install -D whirl-ruby) it runs where it is all Ruby: it is fetched where the Gemfile names it (gem "${name.replaceAll('/', '-')}"; docs/ruby-plugins.md)`
}
