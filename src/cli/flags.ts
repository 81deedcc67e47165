/**
 * Every command and flag as data: what parses them, what `--help` prints and what completion will read.
 *
 * Names, short forms, placeholders and descriptions are Jekyll's, so that scripts and habits keep working.
 */

import { LIMITS } from './untrusted/limits.ts'

export interface Flag {
  /** without dashes: `limit_posts` */
  readonly long: string
  readonly short?: string
  /** placeholder of the value as help shows it; absent for a switch. In brackets when the value may be left out. */
  readonly value?: string
  /** placeholder of a value that may follow, behind an equals sign only: `--profile=FILE.html` */
  readonly attached?: string
  /** what the value is read as; text when absent */
  readonly reads?: 'list' | 'integer' | 'amount'
  /** whether `--no-NAME` turns it off */
  readonly negatable?: boolean
  /** configuration key it sets; the long name when absent */
  readonly key?: string
  /** whether Jekyll's command has no such flag: beginnings that mean one of Jekyll's go on meaning that */
  readonly ours?: boolean
  readonly about: string
}

export interface Command {
  readonly name: string
  readonly aliases: readonly string[]
  readonly syntax: string
  readonly about: string
  readonly flags: readonly Flag[]
}

/** Flags of every command, printed after its own. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  { long: 'source', short: 's', value: '[DIR]', about: 'Source directory (defaults to ./)' },
  { long: 'destination', short: 'd', value: '[DIR]', about: 'Destination directory (defaults to ./_site)' },
  { long: 'safe', about: 'Safe mode (defaults to false)' },
  {
    long: 'plugins',
    short: 'p',
    value: 'PLUGINS_DIR1[,PLUGINS_DIR2[,...]]',
    reads: 'list',
    key: 'plugins_dir',
    about: 'Plugins directory (defaults to ./_plugins)',
  },
  { long: 'layouts', value: 'DIR', key: 'layouts_dir', about: 'Layouts directory (defaults to ./_layouts)' },
  {
    long: 'profile',
    attached: 'FILE.html',
    about: 'Generate a Liquid rendering profile, as a page of flames in FILE.html if named',
  },
  { long: 'help', short: 'h', about: 'Show this message' },
  { long: 'version', short: 'v', about: 'Print the name and version' },
  { long: 'trace', short: 't', about: 'Show the full backtrace when an error occurs' },
]

/** Flags of no command, but of the program. */
const PROGRAM_FLAGS: readonly Flag[] = [
  {
    long: 'verbose',
    short: 'V',
    ours: true,
    about: 'With --version: name the engines, and what --compat stands for',
  },
]

const BUILD_FLAGS: readonly Flag[] = [
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

const SHARD: Flag = {
  long: 'shard',
  value: 'K/N',
  ours: true,
  about: 'Render the Kth of N shares of the pages only, for merge (docs/shards.md)',
}

const SERVE_FLAGS: readonly Flag[] = [
  ...BUILD_FLAGS,
  { long: 'ssl-cert', value: '[CERT]', key: 'ssl_cert', about: 'X.509 (SSL) certificate.' },
  { long: 'host', short: 'H', value: '[HOST]', about: 'Host to bind to' },
  { long: 'open-url', short: 'o', key: 'open_url', about: 'Launch your site in a browser' },
  { long: 'detach', short: 'B', about: 'Run the server in the background' },
  { long: 'ssl-key', value: '[KEY]', key: 'ssl_key', about: 'X.509 (SSL) Private Key.' },
  { long: 'port', short: 'P', value: '[PORT]', reads: 'integer', about: 'Port to listen on' },
  {
    long: 'show-dir-listing',
    key: 'show_dir_listing',
    about: 'Show a directory listing instead of loading your index file.',
  },
  {
    long: 'skip-initial-build',
    key: 'skip_initial_build',
    about: 'Skips the initial site build which occurs before the server is started.',
  },
  { long: 'livereload', short: 'l', about: 'Use LiveReload to automatically refresh browsers' },
  {
    long: 'livereload-ignore',
    value: 'GLOB1[,GLOB2[,...]]',
    reads: 'list',
    key: 'livereload_ignore',
    about: "Files for LiveReload to ignore. Remember to quote the values so your shell won't expand them",
  },
  {
    long: 'livereload-min-delay',
    value: '[SECONDS]',
    reads: 'integer',
    key: 'livereload_min_delay',
    about: 'Minimum reload delay',
  },
  {
    long: 'livereload-max-delay',
    value: '[SECONDS]',
    reads: 'integer',
    key: 'livereload_max_delay',
    about: 'Maximum reload delay',
  },
  {
    long: 'livereload-port',
    value: '[PORT]',
    reads: 'integer',
    key: 'livereload_port',
    about: 'Port for LiveReload to listen on',
  },
  {
    long: 'allowed-hosts',
    value: 'NAME1[,NAME2[,...]]',
    reads: 'list',
    ours: true,
    about: 'Names the server answers to besides localhost and --host; .NAME for all below one, * for any',
  },
]

/** Flags of building what strangers wrote. */
const UNTRUSTED_FLAGS: readonly Flag[] = [
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

/** Flags of builds that go on, or that leave something for later ones. */
const LASTING_FLAGS: ReadonlySet<string> = new Set(['watch', 'force_polling', 'incremental'])

/** Flags of a build that make sense where nothing is written. */
const CHECK_FLAGS: ReadonlySet<string> = new Set([
  'config',
  'source',
  'future',
  'baseurl',
  'drafts',
  'unpublished',
  'quiet',
  'verbose',
  'strict_front_matter',
  'ignore-ruby-plugins',
  'ruby',
  'compat',
  'offline',
  'whitelist',
  'fetch-from',
])

const RUN_CONFIG: Flag = {
  long: 'run-config',
  ours: true,
  about: "Run the site's whirl.config.ts, too, for what it sets",
}
const CONFIG: Flag = BUILD_FLAGS[0]!
const COMPAT: Flag = BUILD_FLAGS.at(-1)!
/** What whoever builds a stranger's site allows it. */
const ALLOWED = BUILD_FLAGS.filter(({ long }) => long === 'whitelist' || long === 'fetch-from')
const DATE: Flag = { long: 'date', short: 'd', value: 'DATE', about: 'Specify the post date' }
const STAMP: Flag = { long: 'timestamp-format', value: 'FORMAT', about: 'Custom timestamp format' }

/** The flags of a command that makes a `thing`. */
function newFileFlags(thing: string): readonly Flag[] {
  return [
    { long: 'extension', short: 'x', value: 'EXTENSION', about: 'Specify the file extension' },
    { long: 'layout', short: 'l', value: 'LAYOUT', about: `Specify the ${thing} layout` },
    force(thing),
  ]
}

function force(thing: string): Flag {
  return { long: 'force', short: 'f', about: `Overwrite a ${thing} if it already exists` }
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'build',
    aliases: ['b'],
    syntax: 'build [options]',
    about: 'Build your site',
    flags: [...BUILD_FLAGS, SHARD, ...UNTRUSTED_FLAGS],
  },
  {
    name: 'serve',
    aliases: ['server', 's'],
    syntax: 'serve [options]',
    about: 'Serve your site locally',
    flags: SERVE_FLAGS,
  },
  {
    name: 'clean',
    aliases: [],
    syntax: 'clean [options]',
    about: 'Clean the site (removes site output and metadata file) without building.',
    flags: [...BUILD_FLAGS, RUN_CONFIG],
  },
  {
    name: 'new',
    aliases: [],
    syntax: 'new PATH',
    about: 'Make a new blog in PATH',
    flags: [
      { long: 'force', about: 'Force creation even if PATH already exists' },
      { long: 'blank', about: 'Creates scaffolding but with empty files' },
      { long: 'skip-bundle', about: "Skip 'bundle install' (there is none)" },
      {
        long: 'compat',
        value: 'NAME',
        about: 'With --blank: as another Jekyll makes it, jekyll-4.3 for one',
      },
    ],
  },
  {
    name: 'new-theme',
    aliases: [],
    syntax: 'new-theme NAME',
    about: 'Make a new theme called NAME',
    flags: [{ long: 'code-of-conduct', short: 'c', about: 'Include a Code of Conduct. (defaults to false)' }],
  },
  {
    name: 'doctor',
    aliases: ['hyde'],
    syntax: 'doctor',
    about: 'Say what a build would stop at, and what would not come out as meant',
    flags: [CONFIG, RUN_CONFIG, ...ALLOWED, COMPAT],
  },
  {
    name: 'check',
    aliases: [],
    syntax: 'check [options]',
    about: 'Find broken links, missing credits and other faults in the built site',
    flags: [
      { long: 'external', about: 'Ask other sites too whether links to them answer' },
      { long: 'json', about: 'Print the findings as JSON' },
      { long: 'github', about: "Print the findings as annotations for GitHub's runners" },
      { long: 'strict', about: 'Fail for warnings too' },
      {
        long: 'fix',
        about: 'Write what has one answer into posts and pages: sizes of pictures, baseurls, anchors',
      },
      { long: 'dry-run', about: 'With --fix: show the changes, and write nothing' },
      { long: 'only', value: 'RULE1[,RULE2[,...]]', reads: 'list', about: 'Report these rules only' },
      { long: 'ignore', value: 'RULE1[,RULE2[,...]]', reads: 'list', about: 'Leave these rules out' },
      ...BUILD_FLAGS.filter(({ long }) => CHECK_FLAGS.has(long)),
    ],
  },
  {
    name: 'compare',
    aliases: ['verify'],
    syntax: 'compare [FOLDER [OURS]] [options]',
    about: 'Compare this site with what Jekyll makes of it, a folder or the published one',
    flags: [
      {
        long: 'live',
        attached: 'URL',
        about: 'Compare with the published site, page by page of its sitemap',
      },
      {
        long: 'jekyll',
        value: 'COMMAND',
        about: 'How to run Jekyll (defaults to bundle exec jekyll, or jekyll)',
      },
      {
        long: 'report',
        value: 'FILE',
        about: 'Write a page that shows what differs, both renderings side by side',
      },
      { long: 'json', about: 'Print what differs as JSON' },
      ...BUILD_FLAGS.filter(({ long }) => CHECK_FLAGS.has(long)),
    ],
  },
  {
    name: 'merge',
    aliases: [],
    syntax: 'merge DIR... [options]',
    about: 'Build your site of the shards that build --shard rendered',
    flags: BUILD_FLAGS.filter(({ long }) => !LASTING_FLAGS.has(long)),
  },
  {
    name: 'docs',
    aliases: [],
    syntax: 'docs',
    about: 'Print where the documentation is',
    flags: [],
  },
  {
    name: 'draft',
    aliases: [],
    syntax: 'draft NAME',
    about: 'Creates a new draft post with the given NAME',
    flags: [...newFileFlags('draft'), CONFIG],
  },
  {
    name: 'post',
    aliases: [],
    syntax: 'post NAME',
    about: 'Creates a new post with the given NAME',
    flags: [...newFileFlags('post'), DATE, CONFIG, STAMP],
  },
  {
    name: 'publish',
    aliases: [],
    syntax: 'publish DRAFT_PATH',
    about: 'Moves a draft into the _posts directory and sets the date',
    flags: [DATE, CONFIG, force('post'), STAMP],
  },
  {
    name: 'unpublish',
    aliases: [],
    syntax: 'unpublish POST_PATH',
    about: 'Moves a post back into the _drafts directory',
    flags: [CONFIG, force('draft')],
  },
  {
    name: 'page',
    aliases: [],
    syntax: 'page NAME',
    about: 'Creates a new page with the given NAME',
    flags: [...newFileFlags('page'), CONFIG],
  },
  {
    name: 'rename',
    aliases: [],
    syntax: 'rename PATH NAME',
    about: 'Moves a file to a given NAME and sets the title and date',
    flags: [
      force('post'),
      CONFIG,
      { ...DATE, about: 'Specify the date' },
      { long: 'now', about: 'Specify the date as now' },
    ],
  },
  {
    name: 'compose',
    aliases: [],
    syntax: 'compose NAME',
    about: 'Creates a new document with the given NAME',
    flags: [
      ...newFileFlags('document'),
      { ...DATE, about: 'Specify the document date' },
      { long: 'collection', short: 'c', value: 'COLLECTION', about: 'Specify the document collection' },
      { long: 'post', about: 'Create a new post (default)' },
      { long: 'draft', about: 'Create a new draft' },
      CONFIG,
      STAMP,
    ],
  },
  {
    name: 'completions',
    aliases: [],
    syntax: 'completions bash|zsh|fish',
    about: 'Print a script that completes commands and flags in a shell',
    flags: [],
  },
  {
    name: 'schema',
    aliases: [],
    syntax: 'schema [config|front-matter] [options]',
    about: 'Print a JSON Schema of _config.yml or of front matter, for editors',
    flags: [{ long: 'write', about: 'Write both into .whirl/ of the site' }, CONFIG],
  },
  {
    name: 'style',
    aliases: [],
    syntax: 'style NAME [options]',
    about: 'Print the style sheet of a theme for highlighted code',
    flags: [
      {
        long: 'scope',
        value: 'SELECTOR',
        about: 'CSS selector the rules stand under (defaults to .highlight)',
      },
    ],
  },
  {
    name: 'help',
    aliases: [],
    syntax: 'help [subcommand]',
    about: 'Show the help message, optionally for a given subcommand.',
    flags: [],
  },
]

/** The command called `word`, by name or alias. */
export function commandNamed(word: string): Command | undefined {
  return COMMANDS.find((command) => command.name === word || command.aliases.includes(word))
}

/** The flags `command` takes: its own, then those of every command that it does not redefine. */
export function flagsOf(command: Command | undefined): readonly Flag[] {
  if (command === undefined) return [...GLOBAL_FLAGS, ...PROGRAM_FLAGS]
  const own = command.flags
  return [...own, ...GLOBAL_FLAGS.filter((flag) => !own.some((mine) => mine.long === flag.long))]
}
