/** What builds will make of a site's plugins in Ruby, by reading them: nothing is run. */
import path from 'node:path'
import type { Diagnostic } from '../../base/index.ts'
import { type Gate, openGate } from '../../files/index.ts'
import { absentLibrary, lacksOf, librariesOf } from '../../ruby/index.ts'
import type { Config } from '../../site/index.ts'
import { gemSpecOf } from '../theme/gem-spec-file.ts'
import { isKnownGem, isPartOfRuby } from './fetch-gems.ts'
import { folderForBundler } from './gemfile-gems.ts'
import { shownPath } from './module-fault.ts'
import { rubyGems } from './ruby-gems.ts'
import { rubyLack } from './ruby-lack.ts'
import type { RubyFile } from './ruby-plugin.ts'

interface RubySurvey {
  /** files and gems that run, as far as their text tells */
  readonly run: readonly string[]
  /** gems that builds fetch first */
  readonly fetched: readonly string[]
  /** a warning for everything that a file or gem asks for and that is not there */
  readonly lacks: readonly Diagnostic[]
  /** those of the names that are no gems */
  readonly none: readonly string[]
}

/**
 * Reads `files`, the gems that `names`, from the configuration, are, and those that the files ask for with
 * `require`; `isOurs` says which the program stands for itself.
 */
export function surveyRubyCode(
  config: Config,
  gate: Gate,
  files: readonly RubyFile[],
  names: readonly string[],
  isOurs: (name: string) => boolean,
): RubySurvey {
  const native = config.plugins.nativeRuby
  const gems = rubyGems(config, gate)
  const run: string[] = []
  const fetched: string[] = []
  const none: string[] = []
  const lacks: Diagnostic[] = []
  const has = (name: string): boolean => gems.folderWith(name) !== undefined
  const surveyed = new Set<string>()
  const surveyGem = (name: string, folder: string): void => {
    if (surveyed.has(folder)) return
    surveyed.add(folder)
    const found = gemLacks(config, name, folder, native)
    if (found.length === 0) run.push(name)
    lacks.push(...found)
  }
  const required = new Set<string>()
  for (const { source } of files) {
    const libraries = native ? [] : [...librariesOf(source.text)]
    const absent = libraries.flatMap(([name, line]) => {
      const lack = absentLibrary(name, has)
      return lack === undefined ? [] : [{ ...lack, line }]
    })
    const found = [...lacksOf(source.text, native), ...absent]
    if (found.length === 0) run.push(source.path)
    lacks.push(...found.map((lack) => rubyLack(`${source.path}:${lack.line}`, lack)))
    for (const [name] of libraries) if (!isPartOfRuby(name) && !isOurs(name)) required.add(name)
  }
  for (const name of names) {
    const folder = folderForBundler(gems, name)
    if (folder !== undefined) surveyGem(name, folder)
    else (isKnownGem(config, gate, name) || native ? fetched : none).push(name)
  }
  for (const name of required) {
    const folder = gems.folderWith(name)
    if (folder !== undefined) surveyGem(name, folder)
    else if (isKnownGem(config, gate, name) && !fetched.includes(name)) fetched.push(name)
  }
  return { run, fetched, lacks, none }
}

/** What the code of a gem, and what it is built of, asks for; each thing once. */
function gemLacks(config: Config, name: string, folder: string, native: boolean): readonly Diagnostic[] {
  const machine = openGate(folder, { fenced: true })
  const found = new Map<string, Diagnostic>()
  const [extension] = native ? [] : (gemSpecOf(folder, path.basename(folder), machine)?.extensions ?? [])
  if (extension !== undefined)
    found.set(
      '',
      rubyLack(name, {
        does: `has code that is not Ruby (${extension})`,
        but: 'only Ruby code runs',
        stops: true,
      }),
    )
  for (const file of rubyBelow(machine, path.join(folder, 'lib')))
    for (const lack of lacksOf(machine.text(file) ?? '', native))
      if (!found.has(lack.does))
        found.set(lack.does, rubyLack(`${name} (${shownPath(config.source, file)}:${lack.line})`, lack))
  return [...found.values()]
}

function rubyBelow(gate: Gate, folder: string): readonly string[] {
  return gate.list(folder).flatMap(({ name, kind }) => {
    const place = path.join(folder, name)
    if (kind === 'directory') return rubyBelow(gate, place)
    return kind === 'file' && name.endsWith('.rb') ? [place] : []
  })
}
