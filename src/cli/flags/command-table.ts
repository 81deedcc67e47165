/**
 * Every command and flag as data: what parses them, what `--help` prints and what completion will read.
 *
 * Names, short forms, placeholders and descriptions are Jekyll's, so that scripts and habits keep working.
 */
import { BUILD_FLAGS, SHARD, UNTRUSTED_FLAGS } from './build-flags.ts'
import type { Flag } from './flag.ts'
import { GLOBAL_FLAGS, PROGRAM_FLAGS } from './global-flags.ts'
import { DATE, force, newFileFlags, STAMP } from './post-flags.ts'
import { SERVE_FLAGS } from './serve-flags.ts'
import { ALLOWED, CHECK_FLAGS, COMPAT, CONFIG, ONCE_FLAGS } from './some-build-flags.ts'

export interface Command {
  readonly name: string
  readonly aliases: readonly string[]
  readonly syntax: string
  readonly about: string
  readonly flags: readonly Flag[]
}

const RUN_CONFIG: Flag = {
  long: 'run-config',
  ours: true,
  about: "Run the site's whirl.config.ts, too, for what it sets",
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
    syntax: 'check [DIR] [options]',
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
      ...CHECK_FLAGS,
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
      ...CHECK_FLAGS,
    ],
  },
  {
    name: 'merge',
    aliases: [],
    syntax: 'merge DIR... [options]',
    about: 'Build your site of the shards that build --shard rendered',
    flags: ONCE_FLAGS,
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
    name: 'import',
    aliases: [],
    syntax: 'import wordpress|medium|ghost|hugo FILE|DIR',
    about: 'Take over a blog that another program exported',
    flags: [CONFIG],
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
    name: 'figure',
    aliases: [],
    syntax: 'figure FILE [options]',
    about: 'Draw a figure written as text: tcp.packet becomes tcp.svg',
    flags: [
      {
        long: 'output',
        short: 'o',
        value: 'FILE',
        about: 'The picture, in SVG or PNG (defaults to FILE.svg)',
      },
      { long: 'kind', value: 'KIND', about: 'Kind of figure (defaults to the ending of FILE)' },
      { long: 'scheme', value: 'SCHEME', about: 'light or dark (defaults to both, in PNG to light)' },
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
