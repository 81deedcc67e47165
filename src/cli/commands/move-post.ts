/** `publish`, `unpublish` and `rename`: files move, and of their front matter only date and title change. */
import path from 'node:path'
import { BuildError, isInside, slugify, strftime, type Time } from '../../base/index.ts'
import { pluginDirectories } from '../../builder/index.ts'
import type { Config } from '../../site/index.ts'
import type { Arguments } from '../args.ts'
import { beginWriting, dateOf, shown, stamp, type Writing, writeNew } from '../compose.ts'
import { hasField, withField } from '../front-matter-edit.ts'
import { EXIT, type Host } from '../host.ts'
import { misuse } from '../misuse.ts'
import type { Report } from '../report.ts'
import { bytesOf, placeKind, realPlace, removeFile, textOf, writeFile } from '../scaffold.ts'

const DATED = /^(\d{4}-\d\d?-\d\d?)-(.+)$/

/** A draft becomes a post of today, or of `--date`; a date its front matter has stays. */
export function publish(args: Arguments, host: Host, report: Report): number {
  const writing = beginWriting(args, host, report)
  if (args.words.length === 0) return misuse(host, 'You must specify a draft path.', 'publish DRAFT_PATH')
  const date = dateOf(writing)
  if (date === undefined) return misuse(host, 'invalid date', 'publish DRAFT_PATH')
  const from = fileOf(writing, args.words.join(' '), 'draft')
  if (from === undefined) return EXIT.done
  const to = path.join(writing.base, '_posts', `${strftime(date, '%Y-%m-%d')}-${path.basename(from)}`)
  return move(writing, 'post', 'Draft', from, to, (text) =>
    hasField(text, 'date') ? text : withField(text, 'date', stamp(writing, date)),
  )
}

/** A post becomes a draft without a date. */
export function unpublish(args: Arguments, host: Host, report: Report): number {
  const writing = beginWriting(args, host, report)
  if (args.words.length === 0) return misuse(host, 'You must specify a post path.', 'unpublish POST_PATH')
  const from = fileOf(writing, args.words.join(' '), 'post')
  if (from === undefined) return EXIT.done
  const name = DATED.exec(path.basename(from))?.[2] ?? path.basename(from)
  const to = path.join(writing.base, '_drafts', name)
  return move(writing, 'draft', 'Post', from, to, (text) => withField(text, 'date', undefined))
}

/**
 * The file gets a new title and the name that follows from it; a post keeps its day unless `--date` or `--now` give
 * another. The extension stays (jekyll-compose makes every file `.md`).
 */
export function rename(args: Arguments, host: Host, report: Report): number {
  const writing = beginWriting(args, host, report)
  const usage = 'rename PATH NAME'
  const [place, ...words] = args.words
  const title = words.join(' ')
  if (place === undefined || title === '')
    return misuse(host, 'You must specify current path and the new title.', usage)
  const redated = args.flags.get('date') !== undefined || args.flags.get('now') === true
  const date = dateOf(writing)
  if (date === undefined) return misuse(host, 'invalid date', usage)
  const slug = slugify(title)
  if (slug === '') return misuse(host, `The name '${title}' has no letter or digit to name a file by.`, usage)
  const from = fileOf(writing, place, 'file')
  if (from === undefined) return EXIT.done
  const { day, kind } = placeOf(writing, from)
  const lead = day === undefined ? '' : `${redated ? strftime(date, '%Y-%m-%d') : day}-`
  const to = path.join(path.dirname(from), `${lead}${slug}${path.extname(from)}`)
  const what = kind === 'file' ? 'File' : kind === 'post' ? 'Post' : 'Draft'
  return move(writing, kind, what, from, to, (text) => {
    const titled = withField(text, 'title', title)
    return redated ? withField(titled, 'date', stamp(writing, date as Time)) : titled
  })
}

/** What lies at `from`: a post with the day in its name, a draft, or any other file. */
function placeOf({ base }: Writing, from: string): { kind: 'post' | 'draft' | 'file'; day?: string } {
  const below = path.relative(base, from).split(path.sep)[0]
  const day = DATED.exec(path.basename(from))?.[1]
  if (below === '_posts' && day !== undefined) return { kind: 'post', day }
  return { kind: below === '_drafts' ? 'draft' : 'file' }
}

/**
 * The file that `place` means, from the collections' directory or, as people type it, from here. Throws a `BuildError`
 * for one that lies neither in the site nor here: moving takes it away from where it is, and jekyll-compose takes
 * `/etc/passwd` for a draft.
 */
function fileOf(writing: Writing, place: string, kind: 'draft' | 'post' | 'file'): string | undefined {
  const candidates = [path.join(writing.base, place), path.resolve(writing.host.cwd, place)]
  const found = candidates.find((file) => placeKind(file) === 'file')
  if (found === undefined) {
    const asked = shown(writing, path.join(writing.base, place))
    writing.report.plainWarning(`There was no ${kind} found at '${asked}'. `)
    return undefined
  }
  const own = [writing.setup.config.source, writing.host.cwd].map(realPlace)
  const lies = realPlace(path.dirname(found))
  if (!own.some((dir) => isInside(dir, lies))) throw outside(found)
  const fault = kindFault(writing.setup.config, found, kind)
  if (fault !== undefined) throw refused('cli/not-a-text', `'${place}' ${fault}, and is left where it is.`)
  return found
}

/** Why `file` is none of those that are moved so: jekyll-compose makes a draft of `_config.yml`. */
function kindFault(config: Config, file: string, kind: 'draft' | 'post' | 'file'): string | undefined {
  const parts = path.relative(config.source, file).split(path.sep)
  const name = parts.pop() ?? ''
  if (kind === 'file')
    return /^[_.]/.test(name) || isMachinery(config, file) ? 'is no post, draft or page' : undefined
  const folder = kind === 'draft' ? '_drafts' : '_posts'
  return parts.includes(folder) ? undefined : `is no ${kind}: it does not lie in ${folder}`
}

/** Whether `file` lies where templates, data or plugins do. */
function isMachinery(config: Config, file: string): boolean {
  const { source, layoutsDir, includesDir, dataDir } = config
  const folders = [layoutsDir, includesDir, dataDir].map((folder) => path.join(source, folder))
  return [...folders, ...pluginDirectories(config)].some(
    (folder) => folder !== source && isInside(folder, file),
  )
}

function outside(file: string): BuildError {
  return refused(
    'cli/outside',
    `'${file}' lies outside of the site, and is left there.`,
    'copy it into the site first',
  )
}

function refused(code: string, message: string, help?: string): BuildError {
  const more = help === undefined ? {} : { help }
  return new BuildError([{ code, severity: 'error', topic: 'Error:', message, trail: [], ...more }])
}

/** Moves `from` to `to` as `edit` makes its text; what is no UTF-8, such as a picture, keeps its bytes. */
function move(
  writing: Writing,
  kind: 'post' | 'draft' | 'file',
  what: string,
  from: string,
  to: string,
  edit: (text: string) => string,
): number {
  const text = textOf(from)
  const edited = text === undefined ? bytesOf(from) : edit(text)
  if (to === from) writeFile(from, edited)
  else {
    if (!writeNew(writing, kind, to, edited)) return EXIT.done
    removeFile(from)
  }
  const place = shown(writing, to)
  writing.report.line(
    `${what} ${shown(writing, from)} was moved to ${place.includes('/') ? place : `./${place}`} `,
  )
  return EXIT.done
}
