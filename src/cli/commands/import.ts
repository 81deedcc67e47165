/** `whirl import FROM FILE|DIR`: a blog that another program exported, as texts in the current folder. Nothing is fetched. */
import path from 'node:path'
import { BuildError, isInside, nearest } from '../../base/index.ts'
import { isRuling, pluginDirectories } from '../../builder/index.ts'
import { ReadError } from '../../files/index.ts'
import {
  ghostSite,
  hugoSite,
  type ImportedSite,
  type Importer,
  type Leftover,
  mediumSite,
  wordpressSite,
} from '../../imports/index.ts'
import { postTemplate } from '../../site/index.ts'
import type { Arguments } from '../args.ts'
import { exportFiles, packedAs } from '../export-files.ts'
import { EXIT, type Host } from '../host.ts'
import { beginningFiles, PERMALINK, textFiles } from '../imported-files.ts'
import { misuse } from '../misuse.ts'
import type { Report } from '../report.ts'
import { placeKind, scaffold, writeFile } from '../scaffold.ts'
import { setUpWithoutTheme } from '../set-up.ts'

const USAGE = 'import wordpress|medium|ghost|hugo FILE|DIR'
const IMPORTERS: Readonly<Record<string, Importer>> = {
  wordpress: wordpressSite,
  medium: mediumSite,
  ghost: ghostSite,
  hugo: hugoSite,
}
/** How many of a kind are named. */
const SHOWN = 50
/** Hidden files that are for readers and for servers. */
const SERVED = /^\.(?:well-known\/[^.][^/]*|htaccess|nojekyll)$/

/** Nothing is written over: where a file is in the way, nothing is written. A picture that cannot be read is left, and named. */
export function importSite(args: Arguments, host: Host, report: Report): number {
  const [from = '', given] = args.words
  const importer = Object.hasOwn(IMPORTERS, from) ? IMPORTERS[from] : undefined
  if (importer === undefined) {
    const near = nearest(from, Object.keys(IMPORTERS))
    const hint = near === undefined ? '' : ` Did you mean '${near}'?`
    return misuse(
      host,
      from === '' ? 'You must say what wrote the export.' : `There is no import from '${from}'.${hint}`,
      USAGE,
    )
  }
  if (given === undefined) return misuse(host, 'You must name the export: a file or a folder.', USAGE)
  const packed = packedAs(path.resolve(host.cwd, given))
  if (packed !== undefined)
    throw error(
      'cli/packed',
      `'${given}' is packed (${packed}).`,
      'unpack it, and name the folder that comes of it',
    )
  const source = exportFiles(path.resolve(host.cwd, given))
  if (source === undefined) throw error('cli/no-file', `There is no file or folder '${given}'.`)
  const begun = placeKind(path.join(host.cwd, '_config.yml')) !== undefined || args.flags.has('config')
  const setup = begun ? setUpWithoutTheme(args, host, report) : undefined
  const rules = { permalink: setup === undefined ? PERMALINK : postTemplate(setup.config.permalink) }
  const root = setup?.config.source ?? host.cwd
  const site = importer(source, rules)
  const texts = [...textFiles(site.texts, rules), ...(begun ? [] : beginningFiles(site))]
  const plugins =
    setup === undefined
      ? ['_plugins']
      : pluginDirectories(setup.config).map((folder) => path.relative(root, folder))
  const ruling = ({ to }: ImportedSite['files'][number]): boolean => !SERVED.test(to) && isRuling(to, plugins)
  const copied = site.files.filter((file) => !ruling(file))
  const targets = [...texts.map((file) => file.path), ...copied.map((file) => file.to)]
  refuseOutside(targets.filter((target) => !isInside(root, path.resolve(root, target))))
  refuseTaken(targets.filter((target) => placeKind(path.join(root, target)) !== undefined))
  scaffold(root, [], texts)
  const left: Leftover[] = site.files
    .filter(ruling)
    .map(({ from: file }) => ({ file, what: 'is hidden, or would rule builds, and does not come along' }))
  let count = 0
  for (const { from: file, to } of copied) {
    const bytes = bytesOr(source.files.get(file), (what) => left.push({ file, what }))
    if (bytes === undefined) continue
    writeFile(path.join(root, to), bytes)
    count++
  }
  tell(site, count, [...site.left, ...left], report)
  return EXIT.done
}

/** What `read` reads; undefined where it cannot be, which `failed` is told. */
function bytesOr(
  read: (() => Uint8Array) | undefined,
  failed: (what: string) => void,
): Uint8Array | undefined {
  try {
    return read?.()
  } catch (thrown) {
    if (!(thrown instanceof ReadError)) throw thrown
    failed(`could not be read: ${thrown.message}`)
    return undefined
  }
}

/** Addresses of an export are whatever somebody wrote into it. */
function refuseOutside([first]: readonly string[]): void {
  if (first === undefined) return
  throw error(
    'import/outside',
    `The export has a text or a file that would lie outside of the site: ${first}.`,
    'change its address in the export; nothing was written',
  )
}

function refuseTaken(taken: readonly string[]): void {
  if (taken.length === 0) return
  const named = taken.slice(0, 5).join(', ')
  const more = taken.length > 5 ? ` and ${taken.length - 5} more` : ''
  throw error(
    'import/taken',
    `Files would be written over: ${named}${more}.`,
    'import into an empty folder, or move them away; nothing was written',
  )
}

function error(code: string, message: string, help?: string): BuildError {
  const more = help === undefined ? {} : { help }
  return new BuildError([{ code, severity: 'error', topic: 'Error:', message, trail: [], ...more }])
}

function tell(site: ImportedSite, files: number, leftovers: readonly Leftover[], report: Report): void {
  const count = (kind: string): number => site.texts.filter((text) => text.kind === kind).length
  report.line(
    `Imported ${said(count('post'), 'post')}, ${said(count('page'), 'page')}, ${said(count('draft'), 'draft')} and ${said(files, 'file')}.`,
  )
  const { texts, files: toFiles, old } = site.links
  if (texts + toFiles + old > 0)
    report.line(
      `Links and pictures within the old site: ${texts} lead to texts, ${toFiles} to files, ${old} still to the old site.`,
    )
  const left = unique(leftovers)
  if (left.length > 0) report.line(`\nTo look at (${left.length}):`)
  for (const each of left.slice(0, SHOWN)) report.line(`  ${each}`)
  if (left.length > SHOWN) report.line(`  … and ${left.length - SHOWN} more`)
  report.line('\nNext: whirl check, then whirl serve')
}

function unique(left: readonly Leftover[]): readonly string[] {
  return [
    ...new Set(left.map(({ file, line, what }) => `${file}${line === undefined ? '' : `:${line}`}: ${what}`)),
  ]
}

function said(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
