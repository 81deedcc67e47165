/** Flags of `build` as people give them, right and wrong, with the files that belong to them. */
import { SETTINGS } from './site-values.mjs'
import { anyValue, someKeys } from './yaml-values.mjs'

/** What a site is told of the time, so that both builds have the same. */
export const CLOCK = 'time: 2024-02-03 04:05:06 +0000'

const FLAGS = [
  ['--future'],
  ['--unpublished'],
  ['--limit_posts', '1'],
  ['--limit_posts', '0'],
  ['--limit_posts', 'x'],
  ['--baseurl', '/cli'],
  ['-b', '/b/'],
  ['-b', ''],
  ['--safe'],
  ['--strict_front_matter'],
  ['--config', '_config.yml,_more.yml'],
  ['--config', '_config.yml, _more.yml'],
  ['--config', '_config.yml,nosuch.yml'],
  ['--config=_config.yml'],
  ['--config', '_more.yml'],
  ['--config', '_more.toml'],
  ['--verbose'],
  ['-q'],
  ['--trace'],
  ['--incremental'],
  ['-I'],
  ['--layouts', '_lay'],
  ['--plugins', '_plug'],
  ['-p', '_plug,_more_plugins'],
  ['--profile'],
  ['--no-watch'],
  ['--quiet'],
  ['--nosuch'],
  ['--future', '--unpublished'],
  ['-D', '--future'],
  ['--drafts', '--limit_posts', '2'],
]

/** @param {import('./random.mjs').Random} random */
export function command(random, site) {
  const flags = random.pick(FLAGS)
  const named = flags.join(' ')
  if (named.includes('_more.yml'))
    site.files['_more.yml'] =
      `${someKeys(random, SETTINGS, 3).join('\n')}\nx: ${anyValue(random)}\n${CLOCK}\n`
  if (named.includes('_more.toml'))
    site.files['_more.toml'] =
      'time = 2024-02-03T04:05:06Z\ntitle = "Toml"\nx = [1, 2.5]\n[author]\nname = "A"\n'
  site.args.push(...flags)
}
