/**
 * What Sass made of style sheets before: in this build, as a site with `scssify` in its layout has the same one on every
 * page, and in earlier ones. A result holds as long as each file that the compiler asked for reads as it did, those that
 * were not there among them, so files are read each time, and seen to be read.
 */
import { sha256 } from '../../base/index.ts'
import type { ConversionContext, Converter, ExtraFile, FileAccess, ResultStore } from '../types.ts'

/** One compilation, mistakes apart: those are made anew. */
interface Made {
  readonly css: string
  readonly files: readonly ExtraFile[]
  readonly warnings: readonly Parameters<ConversionContext['warn']>[]
  /** what was read, by path; undefined for a file that was not there */
  readonly read: ReadonlyMap<string, string | undefined>
  /** whether it was made before anybody asked for it: its warnings are still to be told */
  readonly untold: boolean
}

/** A `Made` in the store, with digests for what was read. */
interface Kept extends Pick<Made, 'css' | 'files' | 'warnings'> {
  readonly read: readonly (readonly [path: string, digest: string | null])[]
}

/** What results are kept under; a number for the form of `Kept`. */
const KIND = 'sass-1'

/** What sites are kept under that had style sheets. */
const SEEN = 'sass-site-1'

interface SassMemory {
  /** what the compilers whose results are kept read with */
  readonly files: FileAccess
  /** Whether there are results to be kept, and none of the site at `source` was before. */
  isNew(source: string): boolean
  /**
   * What `convert` made of `text` before, or makes now.
   *
   * @param compiler what its results depend on besides the text, the files and the page: plain data
   */
  keep(
    compiler: readonly unknown[],
    text: string,
    context: ConversionContext,
    convert: Converter['convert'],
  ): string
}

/** How many results are kept in memory: those used last. */
const CAPACITY = 50

/** `isAhead` says whether what is asked for now will be asked for again, by those to whom warnings are told. */
export function sassMemory(files: FileAccess, isAhead: () => boolean, results?: ResultStore): SassMemory {
  const known = new Map<string, Made>()
  const digests = new Map<string, { readonly text: string; readonly digest: string }>()
  let reading: Map<string, string | undefined> | undefined
  const holds = ({ read }: Made): boolean => [...read].every(([path, text]) => files.readText(path) === text)

  const make = (text: string, context: ConversionContext, convert: Converter['convert']): Made => {
    const read = new Map<string, string | undefined>()
    const made = { files: [] as ExtraFile[], warnings: [] as Parameters<ConversionContext['warn']>[] }
    const before = reading
    reading = read
    try {
      const css = convert(text, {
        ...context,
        addFile(file) {
          made.files.push(file)
          context.addFile(file)
        },
        warn(...warning) {
          made.warnings.push(warning)
          context.warn(...warning)
        },
      })
      return { css, ...made, read, untold: isAhead() }
    } finally {
      reading = before
    }
  }

  /** The digest of what is read at `path`: style sheets have files in common. */
  const digestOf = (path: string, text: string | undefined): string | null => {
    if (text === undefined) return null
    const before = digests.get(path)
    if (before?.text === text) return before.digest
    const digest = sha256(text)
    digests.set(path, { text, digest })
    return digest
  }

  /** The result that an earlier build kept, if it holds. */
  const recall = (key: string): Made | undefined => {
    const text = results?.recall(KIND, key)
    if (text === undefined) return undefined
    const { read, ...kept } = JSON.parse(text) as Kept
    const now = new Map<string, string | undefined>()
    for (const [path, digest] of read) {
      const found = files.readText(path)
      if (digestOf(path, found) !== digest) return undefined
      now.set(path, found)
    }
    return { ...kept, read: now, untold: isAhead() }
  }

  const remember = (key: string, made: Made): void => {
    known.delete(key)
    known.set(key, made)
    for (const oldest of known.keys()) {
      if (known.size <= CAPACITY) break
      known.delete(oldest)
    }
  }

  return {
    files: {
      readText(path, folder) {
        // A compilation looks for its files at many places, and again for each import.
        if (reading?.has(path)) return reading.get(path)
        const text = files.readText(path, folder)
        reading?.set(path, text)
        return text
      },
    },
    isNew(source) {
      if (results === undefined) return false
      const key = sha256(source)
      if (results.recall(SEEN, key) !== undefined) return false
      results.keep(SEEN, key, '')
      return true
    },
    keep(compiler, text, context, convert) {
      const key = keyOf(compiler, text, context)
      const before = known.get(key)
      if (before !== undefined && holds(before)) {
        remember(key, isAhead() ? before : { ...before, untold: false })
        // A build warns once of what its pages have in common.
        replay(before.untold ? before : { ...before, warnings: [] }, context)
        return before.css
      }
      const kept = recall(key)
      if (kept !== undefined) {
        remember(key, kept)
        replay(kept, context)
        return kept.css
      }
      const made = make(text, context, convert)
      remember(key, made)
      if (results !== undefined && !isChance(text, made)) {
        const { css, files, warnings, read } = made
        const kept: Kept = {
          css,
          files,
          warnings,
          read: [...read].map(([path, each]) => [path, digestOf(path, each)]),
        }
        results.keep(KIND, key, JSON.stringify(kept))
      }
      return made.css
    },
  }
}

/** Whether another build would make something else of the same files. */
function isChance(text: string, { read }: Made): boolean {
  return [text, ...read.values()].some((each) => each !== undefined && /random|unique-id/.test(each))
}

/** Leaves with `context` what a compilation leaves besides its result. */
function replay({ files, warnings }: Made, { addFile, warn }: ConversionContext): void {
  for (const file of files) addFile(file)
  for (const warning of warnings) warn(...warning)
}

/** A digest of all that a compilation depends on but the files it reads: where warnings and maps place things, too. */
function keyOf(compiler: readonly unknown[], text: string, { document, path }: ConversionContext): string {
  const page = document && [
    document.kind,
    document.file.root,
    document.file.path,
    document.kind === 'page' ? document.outputPath : null,
    document.body === text ? document.bodyLine : null,
  ]
  return sha256(JSON.stringify([compiler, page ?? null, path, text]))
}
