/** Ruby plugins that sites name and that this program has no counterpart of: what to do instead. */

const IN_TYPESCRIPT = 'write what you need of it in TypeScript in _plugins'

/** Names (without `jekyll-` or `jekyll_` in front, `/` as `-`) and advice. */
const ADVICE: Readonly<Record<string, string>> = {
  admin: 'it is a server of its own, for editing: take it out of `plugins`',
  algolia: 'it uploads the site: run the search service’s own crawler after the build',
  asciidoc: 'write a converter in _plugins with the npm package `asciidoctor`',
  asset_pipeline: 'bundle assets before the build, with any bundler',
  assets: 'bundle assets before the build, with any bundler',
  compress: 'minify the output after the build, with any minifier',
  figure: IN_TYPESCRIPT,
  gzip: 'compress `_site` after the build, or let the server do it',
  'image-size': 'write a tag in _plugins with the npm package `image-size`',
  jektex: 'set `kramdown: math_engine: katex`',
  minibundle: 'bundle assets before the build, with any bundler',
  minifier: 'minify the output after the build, with any minifier',
  'multiple-languages-plugin': IN_TYPESCRIPT,
  picture_tag: 'write a tag in _plugins with the npm package `sharp`',
  polyglot: IN_TYPESCRIPT,
  'postcss-v2': 'run PostCSS before the build',
  postcss: 'run PostCSS before the build',
  responsive_image: 'write a tag in _plugins with the npm package `sharp`',
  scholar: 'write tags in _plugins with the npm package `citation-js`',
  spaceship: IN_TYPESCRIPT,
  tailwindcss: 'run Tailwind before the build',
  'target-blank': 'a hook on documents:post_render does its work: docs/plugins.md has one like it',
  typogrify: IN_TYPESCRIPT,
}

/** What to do about the Ruby plugin `name`; undefined where the name is not known for one. */
export function gemAdvice(name: string): string | undefined {
  const bare = name.replace(/^jekyll[-_/]/, '').replaceAll('/', '-')
  const advice = Object.hasOwn(ADVICE, bare) ? ADVICE[bare] : undefined
  if (advice !== undefined) return advice
  return bare === name ? undefined : IN_TYPESCRIPT
}
