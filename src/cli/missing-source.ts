/** A folder that is not there: Jekyll builds an empty site of it, which commands that look for faults do not call faultless. */
import { BuildError } from '../base/index.ts'
import type { Setup } from '../builder/index.ts'

/** Throws a `BuildError`, in Jekyll's words, where the source is a file: Jekyll wants to make a folder for its cache there. */
export function refuseFileAsSource({ config: { source }, gate }: Setup): void {
  if (gate.kindOf(source) !== 'file') return
  throw new BuildError([
    {
      code: 'cli/file-as-source',
      severity: 'error',
      message: `File exists @ dir_s_mkdir - ${source}`,
      help: 'the source is a folder: name that of the site, --source DIR',
      trail: [],
    },
  ])
}

/** Throws a `BuildError` where the source of `setup` is no directory; `usage` says how it is named. */
export function refuseMissingSource({ config: { source }, gate }: Setup, usage = 'whirl check DIR'): void {
  const kind = gate.kindOf(source)
  if (kind === 'directory') return
  throw new BuildError([
    {
      code: 'cli/no-source',
      severity: 'error',
      topic: 'Error:',
      message: `The source directory ${source} ${kind === null ? 'does not exist' : 'is no directory'}.`,
      help: `name the folder that has the site: ${usage}`,
      trail: [],
    },
  ])
}
