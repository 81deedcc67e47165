/** Flags of `whirl build`. */
import { RUBIES } from '../../site/index.ts'
import { LIMITS } from '../untrusted/limits.ts'
import type { Flag } from './flag.ts'

/** Flags of what builds a site, or reads one as a build does. */
export const BUILD_FLAGS: readonly Flag[] = [
  {
    long: 'config',
    value: 'CONFIG_FILE[,CONFIG_FILE2,...]',
    reads: 'list',
    about: 'Custom configuration file',
  },
  {
    long: 'destination',
    short: 'd',
    value: 'DESTINATION',
    about: 'The current folder will be generated into DESTINATION',
  },
  { long: 'source', short: 's', value: 'SOURCE', about: 'Custom source directory' },
  { long: 'future', about: 'Publishes posts with a future date' },
  {
    long: 'limit_posts',
    value: 'MAX_POSTS',
    reads: 'integer',
    about: 'Limits the number of posts to parse and publish',
  },
  { long: 'watch', short: 'w', negatable: true, about: 'Watch for changes and rebuild' },
  { long: 'baseurl', short: 'b', value: 'URL', about: 'Serve the website from the given base URL' },
  { long: 'force_polling', about: 'Force watch to use polling' },
  { long: 'lsi', about: 'Has no effect: related posts are the most recent ones' },
  { long: 'drafts', short: 'D', key: 'show_drafts', about: 'Render posts in the _drafts folder' },
  { long: 'unpublished', about: 'Render posts that were marked as unpublished' },
  {
    long: 'disable-disk-cache',
    key: 'disable_disk_cache',
    about: 'Disable caching to disk in non-safe mode',
  },
  { long: 'quiet', short: 'q', about: 'Silence output.' },
  { long: 'verbose', short: 'V', about: 'Print verbose output.' },
  { long: 'incremental', short: 'I', about: 'Enable incremental rebuild.' },
  { long: 'strict_front_matter', about: 'Fail if errors are present in front matter' },
  {
    long: 'ignore-ruby-plugins',
    key: 'ignore_ruby_plugins',
    ours: true,
    about: 'Ignore Ruby files in _plugins without a warning',
  },
  {
    long: 'ruby',
    value: 'WHICH',
    choices: RUBIES,
    ours: true,
    about: 'Which Ruby runs plugins: wasm, or native, which must be installed (defaults to wasm)',
  },
  { long: 'no-cache', ours: true, about: 'Start afresh: take nothing that earlier builds kept' },
  { long: 'explain', ours: true, about: 'Say of each page why it was rendered' },
  {
    long: 'whitelist',
    value: 'PLUGIN1[,PLUGIN2[,...]]',
    reads: 'list',
    ours: true,
    about: 'Plugins that may run in safe mode; with --safe, none that only the site lists',
  },
  {
    long: 'workers',
    value: 'N',
    reads: 'integer',
    ours: true,
    about: 'Threads that render beside the main one (by default as many as the site is worth)',
  },
  { long: 'offline', ours: true, about: 'Fetch nothing: a theme that is not on this machine is an error' },
  {
    long: 'fetch-from',
    value: 'HOST1[,HOST2[,...]]',
    reads: 'list',
    ours: true,
    about: 'Hosts that may be asked though they are of an inner network, or not known to safe mode',
  },
  {
    long: 'compat',
    value: 'NAME',
    ours: true,
    about: 'Build as another Jekyll: jekyll-4.4, jekyll-4.3 or github-pages (docs/references.md)',
  },
]

export const SHARD: Flag = {
  long: 'shard',
  value: 'K/N',
  ours: true,
  about: 'Render the Kth of N shares of the pages only, for merge (docs/shards.md)',
}

/** Flags of building what strangers wrote. */
export const UNTRUSTED_FLAGS: readonly Flag[] = [
  {
    long: 'untrusted',
    ours: true,
    about: 'Build a site of strangers: safe, offline, within limits (docs/untrusted.md)',
  },
  ...LIMITS.map(
    ({ long, value, most, about }): Flag => ({
      long,
      value,
      reads: 'amount',
      ours: true,
      about: `With --untrusted: ${about} (defaults to ${most})`,
    }),
  ),
]
