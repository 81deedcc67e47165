/** Jekyll itself, for `whirl compare`: whatever the site's owner has of it on this machine. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { BuildError } from '../base/index.ts'
import { isProgramTheme } from '../builder/index.ts'
import { openGate } from '../files/index.ts'
import type { Config } from '../site/index.ts'
import type { Arguments } from './args.ts'
import type { Host } from './host.ts'

/** Flags that mean the same to Jekyll, and change what it builds. */
const PASSED_ON: readonly string[] = ['future', 'drafts', 'unpublished', 'safe', 'strict_front_matter']

/** Builds the site with Jekyll; answers the folder of what came of it. Throws a BuildError where it fails. */
export function buildWithJekyll(config: Config, { flags }: Arguments, host: Host): string {
  const destination = path.join(config.cacheDir, 'compared-with')
  const settings = flags.get('config')
  const given = [
    ...['--source', config.source, '--destination', destination],
    ...(Array.isArray(settings) ? ['--config', settings.join(',')] : []),
    ...(flags.has('baseurl') ? ['--baseurl', String(flags.get('baseurl'))] : []),
    ...PASSED_ON.filter((flag) => flags.get(flag) === true).map((flag) => `--${flag}`),
  ]
  const named = flags.get('jekyll')
  const commands =
    typeof named === 'string' ? [named.split(' ').filter((word) => word !== '')] : usualCommands(config, host)
  for (const [program, ...words] of commands) {
    const ended = spawnSync(program!, [...words, 'build', ...given], {
      cwd: config.source,
      env: { ...host.env },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    if (ended.error !== undefined && (ended.error as { code?: string }).code === 'ENOENT') continue
    if (ended.status === 0 && openGate('/').kindOf(destination) === 'directory') return destination
    const said = lastWords(ended.stderr, ended.stdout, String(ended.error ?? 'It said nothing.'))
    const lack = lackOf(said.join('\n'))
    throw refused(
      [
        `${[program, ...words].join(' ')} could not build this site${lack === undefined ? '' : `: ${lack.what}`}:`,
        ...said,
      ].join('\n'),
      lack?.help ?? 'fix that, or compare with a folder that Jekyll wrote: whirl compare FOLDER',
    )
  }
  throw refused(
    `There is no ${commands.map(([program]) => program).join(' and no ')} here to compare with.`,
    WITHOUT_JEKYLL,
  )
}

/** So many lines are shown of what a Jekyll said that failed. */
const LINES = 12
/** Rows of a backtrace, and the frame that says how to get one. */
const TRACE =
  /^\s*(?:from .*:\d+:in |-{20,}$|Jekyll [\d.]+\s+Please append|for any additional information or backtrace)/

/**
 * Why it failed: the end of what it said, on the stream that names an error, without colours. What did not start has no
 * streams.
 */
function lastWords(err: string | null, out: string | null, otherwise: string): readonly string[] {
  const [errors, lines] = [err, out].map((text) =>
    stripVTControlCharacters(text ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !TRACE.test(line)),
  ) as [string[], string[]]
  const names = (all: readonly string[]): boolean =>
    all.some((line) => /error|exception|could not/i.test(line))
  const said = names(errors) || lines.length === 0 || (errors.length > 0 && !names(lines)) ? errors : lines
  return said.length === 0 ? [otherwise] : said.slice(-LINES)
}

const WITHOUT_JEKYLL =
  'compare with a folder that Jekyll wrote (whirl compare FOLDER) or with the published site (whirl compare --live)'

/** How Jekyll and Bundler say that a theme or a gem is not there. */
const LACKS: readonly (readonly [RegExp, 'theme' | 'gem'])[] = [
  [/The (\S+) theme could not be found/, 'theme'],
  [/you don't have (\S+) or one of its dependencies installed/, 'gem'],
  [/Could not find gem '([^' ]+)/, 'gem'],
]

/** What Jekyll lacks for this site by what it `said`, and what to do; undefined where it is another matter. */
function lackOf(said: string): { readonly what: string; readonly help: string } | undefined {
  for (const [pattern, kind] of LACKS) {
    const name = pattern.exec(said)?.[1]
    if (name === undefined) continue
    if (kind === 'theme' && isProgramTheme(name))
      return {
        what: `the theme ${name} is Whirl's own, which Jekyll does not have`,
        help: 'compare with an earlier output (whirl compare FOLDER) or with the published site (whirl compare --live)',
      }
    return {
      what: `it does not have the ${kind} ${name}`,
      help: `install what the site needs (bundle install, or gem install ${name}), or ${WITHOUT_JEKYLL}`,
    }
  }
  return undefined
}

/** Through Bundler where the site has a Gemfile, as its owner builds it. */
function usualCommands(config: Config, host: Host): readonly (readonly string[])[] {
  const bundled = host.env.JEKYLL_NO_BUNDLER_REQUIRE === undefined
  const gemfile = bundled && openGate('/').kindOf(path.join(config.source, 'Gemfile')) === 'file'
  return [...(gemfile ? [['bundle', 'exec', 'jekyll']] : []), ['jekyll']]
}

function refused(message: string, help: string): BuildError {
  return new BuildError([
    { code: 'cli/compare', severity: 'error', topic: 'Compare:', message, help, trail: [] },
  ])
}
