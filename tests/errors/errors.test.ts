/**
 * Sites that are wrong in one way each: we say Jekyll's words and do as it does. Where it stops, we stop with exit
 * code 1, without a stack trace and with the old output as it was.
 */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { filesBelow } from '../parity/compare.mjs'
import { RECORDED } from '../recorded.ts'
import { makeSite } from '../site-maker.ts'
import { readCases, writeSite } from './sites.mjs'

interface Reference {
  readonly exit: number
  /** the lines on stderr, trimmed, up to the backtrace */
  readonly stderr: readonly string[]
  /** what Ruby itself prints about the exception */
  readonly ruby?: string
  readonly output: Readonly<Record<string, string>>
}

const reference = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'reference.json'), 'utf8'),
) as Readonly<Record<string, Reference>>
const { root: scratch } = makeSite()

/** The lines Jekyll prints that we must print too. */
function wantedLines(theirs: Reference, ours: string | undefined): string[] {
  if (ours !== undefined) return [ours]
  const closing = theirs.stderr.indexOf('ERROR: YOUR SITE COULD NOT BE BUILT:')
  // What comes after is the message once more; where nothing comes before, it is all there is.
  const lines = closing === -1 ? theirs.stderr : theirs.stderr.slice(0, closing)
  if (lines.length > 0) return lines.filter((line) => !/^Error: (?:Invalid CSS|File to import)/.test(line))
  if (closing !== -1) return theirs.stderr.slice(closing + 1)
  return theirs.ruby === undefined
    ? []
    : [theirs.ruby.split('\n')[0]!.replace(/ \([A-Z]\w*(?:::\w+)*\)$/, '')]
}

/** A line without what may differ: we name the file where Psych says `<unknown>`, and say each thing once. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/^Error: could not read file \S+: (?=Invalid date)/, '')
    .replace(/\((?:<unknown>|[\w./-]+)\): (?=did not|found|mapping)/, '')
    .toLowerCase()
}

describe('bad input', () => {
  test.each(readCases())('$title', async ({ title, args, files, ours }) => {
    const site = path.join(scratch, 'parent', 'site')
    writeSite(site, files)
    const theirs = reference[title]!
    const said = await runIn(site, ['build', ...args, '--compat', RECORDED])
    const err = said.err.replaceAll(site, 'SITE')
    expect(said.code, err).toBe(ours === undefined ? theirs.exit : 1)
    const lines = err.split('\n').map((line) => plain(line))
    for (const line of wantedLines(theirs, ours))
      expect(lines).toContainEqual(expect.stringContaining(plain(line)))
    expect(err).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
    if (said.code === 0) {
      const output: Record<string, string> = {}
      for (const file of filesBelow(path.join(site, '_site')))
        output[file] = fs.readFileSync(path.join(site, '_site', file), 'utf8')
      expect(output).toEqual(theirs.output)
    } else {
      const before = [...files.keys()]
        .filter((file) => file.startsWith('_site/'))
        .map((file) => file.slice(6))
      expect(filesBelow(path.join(site, '_site'))).toEqual(before)
      for (const file of files.keys()) expect(fs.existsSync(path.join(site, file)), file).toBe(true)
    }
  })
})
