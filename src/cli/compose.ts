/**
 * What the writing commands (`draft`, `post`, `page`, `publish` and the others, jekyll-compose's) have in common: where
 * files go, their dates, and putting them there.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseTime, rubyToS, strftime, type Time, zoneFor } from '../base/index.ts'
import { buildTime, type Setup } from '../builder/index.ts'
import type { Arguments } from './args.ts'
import type { Host } from './host.ts'
import type { Report } from './report.ts'
import { placeKind, writeFile } from './scaffold.ts'
import { setUpWithoutTheme } from './set-up.ts'
import { type ComposeSettings, composeSettings } from './settings/compose.ts'

/** Whether a document of a collection has its date in its file's name, and what messages call it. */
export type Kind = 'post' | 'draft' | 'page' | 'file'

export interface Writing {
  readonly args: Arguments
  readonly host: Host
  readonly report: Report
  readonly setup: Setup
  readonly settings: ComposeSettings
  /** absolute directory that holds `_posts` and `_drafts`; pages go there too, as jekyll-compose has it */
  readonly base: string
  readonly now: Time
}

/** Reads the configuration for a writing command. Throws a `BuildError` as a build does. */
export function beginWriting(args: Arguments, host: Host, report: Report): Writing {
  const setup = setUpWithoutTheme(args, host, report)
  const { source, collectionsDir, timezone } = setup.config
  const base = path.join(source, collectionsDir)
  const settings = composeSettings(setup.config)
  return {
    args,
    host,
    report,
    setup,
    settings,
    base,
    now: buildTime(host.env.SOURCE_DATE_EPOCH, zoneFor(timezone)),
  }
}

/** A path as messages show it: from the current directory. */
export function shown({ host }: Writing, file: string): string {
  const relative = path.relative(host.cwd, file)
  return relative.startsWith('..') ? file : relative
}

/**
 * The time that `--date` gives, else now; undefined when its text is not a date. A time of day is kept and read in the
 * site's zone (jekyll-compose drops it and writes midnight of UTC, which west of it is the day before).
 */
export function dateOf({ args, setup, now }: Writing): Time | undefined {
  const given = args.flags.get('date')
  if (typeof given !== 'string') return now
  try {
    return parseTime(given, zoneFor(setup.config.timezone), now)
  } catch {
    return undefined
  }
}

/** `time` as front matter has it: jekyll-compose's shape, or `--timestamp-format`'s. */
export function stamp({ args }: Writing, time: Time): string {
  const format = args.flags.get('timestamp-format')
  return strftime(time, typeof format === 'string' ? format : '%Y-%m-%d %H:%M %z')
}

/** Writes `content` to `file`; false, with a warning, where there is one already and no `--force`. */
export function writeNew(writing: Writing, kind: Kind, file: string, content: string | Uint8Array): boolean {
  const { args, report } = writing
  if (placeKind(file) !== undefined && args.flags.get('force') !== true) {
    report.plainWarning(`A ${kind} already exists at ${shown(writing, file)} `)
    return false
  }
  writeFile(file, content)
  return true
}

/** Opens `file` in the user's editor where the configuration has `jekyll_compose: auto_open: true`. */
export function openIfWanted({ settings, host, report }: Writing, file: string): void {
  if (!settings.autoOpen) return
  const { JEKYLL_EDITOR, VISUAL, EDITOR } = host.env
  const [program, ...rest] = rubyToS(JEKYLL_EDITOR ?? VISUAL ?? EDITOR ?? '')
    .split(' ')
    .filter(Boolean)
  if (program === undefined) return
  const { error } = spawnSync(program, [...rest, file], { cwd: host.cwd, stdio: 'inherit' })
  if (error !== undefined) report.warn('Warning:', `The editor '${program}' cannot be started.`)
}
