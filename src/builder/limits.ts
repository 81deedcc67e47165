/** How much a build takes in and gives out, where somebody set limits: for sites of strangers. */
import { BuildError } from '../base/index.ts'
import { type FileTree, treeOver } from '../files/index.ts'

interface Limit {
  readonly most: number
  /** what raises it: `--depth-limit` */
  readonly flag: string
}

export interface SiteLimits {
  /** files in the site, also those that are not built */
  readonly inputFiles: Limit
  /** of all that is read */
  readonly inputBytes: Limit
  /** folders within each other */
  readonly depth: Limit
  readonly outputFiles: Limit
  readonly outputBytes: Limit
}

const MEGABYTE = 1_000_000

/** `bytes` as people read them. */
function megabytes(bytes: number): string {
  return `${bytes / MEGABYTE} MB`
}

function reached(code: string, message: string, { flag }: Limit): BuildError {
  return new BuildError([
    {
      code: `limit/${code}`,
      severity: 'error',
      topic: 'Limit:',
      message,
      help: `make it less, or allow more with ${flag}`,
      trail: [],
    },
  ])
}

/** `trees`, which together give no more than `limits` allow: they throw a BuildError that names what was too much. */
export function limitedTrees({ inputFiles, inputBytes, depth }: SiteLimits): (tree: FileTree) => FileTree {
  let files = 0
  let bytes = 0
  return (tree) => {
    const listed = new Set<string>()
    const taken = new Set<string>()
    /** Counts a file that is read, once. */
    const take = (path: string, size: number): void => {
      if (taken.has(path)) return
      taken.add(path)
      bytes += size
      if (bytes > inputBytes.most)
        throw reached(
          'input',
          `what is read of the site is more than ${megabytes(inputBytes.most)}, with ${path}`,
          inputBytes,
        )
    }
    return treeOver(tree, {
      list(directory) {
        const entries = tree.list(directory)
        // Folders are asked for that are not there, such as `_posts` in each.
        if (entries.length > 0 && directory.split('/').length > depth.most)
          throw reached('depth', `folders lie more than ${depth.most} deep: ${directory}`, depth)
        if (listed.has(directory)) return entries
        listed.add(directory)
        files += entries.length
        if (files > inputFiles.most)
          throw reached(
            'input-files',
            `the site has more than ${inputFiles.most} files and folders, with those in ${directory === '' ? tree.root : directory}`,
            inputFiles,
          )
        return entries
      },
      read(path) {
        // A file too large is not even begun.
        take(path, tree.stat(path).size)
        return tree.read(path)
      },
    })
  }
}

/** What counts the output of a build, file by file. Throws a BuildError that names the file with which it was too much. */
export function outputCounter({
  outputFiles,
  outputBytes,
}: SiteLimits): (path: string, bytes: number) => void {
  let files = 0
  let total = 0
  return (path, bytes) => {
    files++
    total += bytes
    if (files > outputFiles.most)
      throw reached(
        'output-files',
        `the site has more than ${outputFiles.most} files to write, with ${path}`,
        outputFiles,
      )
    if (total > outputBytes.most)
      throw reached(
        'output',
        `what is to be written is more than ${megabytes(outputBytes.most)}, with ${path}`,
        outputBytes,
      )
  }
}
