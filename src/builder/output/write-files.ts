/** The last step of a build: everything is staged, then the output changes at once. */
import { BuildError, type Diagnostic } from '../../base/index.ts'
import { isCode } from '../../files/index.ts'
import type { Rendered } from '../../render/index.ts'
import type { Config, DocId } from '../../site/index.ts'
import type { KeptOutputs } from '../kept/kept-outputs.ts'
import type { PlannedFile } from '../plan.ts'
import { systemFault } from '../system-fault.ts'
import type { Output } from './output.ts'

interface Writing {
  rendered(id: DocId): Rendered | undefined
  /** what is written instead of the output of a document */
  readonly changed: ReadonlyMap<DocId, string>
  readonly config: Config
  readonly output: Output
  /** what earlier builds wrote there; undefined where nobody knows */
  readonly outputs: KeptOutputs | undefined
  /** what to say of a file whose name the file system refuses as too long, in Ruby's words `message` */
  readonly tooLong: (file: PlannedFile, message: string) => Diagnostic
  /** told of each file: `Writing:` and its path */
  readonly note?: (topic: string, path: string) => void
}

/** Stages each of `files`, then makes it real; answers the paths whose bytes changed. `wanted` are the paths of all. */
export function writeFiles(
  files: Iterable<PlannedFile>,
  wanted: { has(path: string): boolean },
  stale: readonly string[],
  { rendered, changed, output, outputs, config, tooLong, note }: Writing,
): string[] {
  const written: string[] = []
  const putRendered = (path: string, id: DocId): boolean => {
    const instead = changed.get(id)
    if (instead !== undefined) return output.putText(path, instead)
    const made = rendered(id)
    if (made === undefined) throw new Error('a document is written that was not rendered')
    const { key } = made
    if (key !== undefined && outputs?.holds(path, key)) return false
    if (key !== undefined) outputs?.wrote(path, key)
    // Read from the store only now, where an earlier build made it.
    return output.putText(path, made.outputBytes ?? made.output)
  }
  let current: PlannedFile | undefined
  try {
    for (const file of files) {
      const { path, from } = file
      current = file
      const staged =
        'text' in from
          ? output.putText(path, from.text)
          : 'bytes' in from
            ? output.putBytes(path, from.bytes)
            : 'kind' in from
              ? putRendered(path, from.id)
              : output.putFile(path, from.file)
      if (!staged) continue
      note?.('Writing:', `${config.destination}/${path}`)
      written.push(path)
    }
    current = undefined
    output.commit(stale, wanted)
  } catch (error) {
    const fault = systemFault(error, 'rb_sysopen')
    // Some file systems take shorter names than others.
    if (current !== undefined && fault !== undefined && isCode(error, 'ENAMETOOLONG'))
      throw new BuildError([tooLong(current, fault.message)])
    throw error
  }
  return written
}
