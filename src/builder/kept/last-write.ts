/**
 * What a build of this process wanted to write, for the next one that wants to write to the same paths: what follows from paths
 * alone, and from what lies there, need not be worked out again, and only what is another file is looked at.
 */
import type { Config, DocId } from '../../site/index.ts'
import type { Existing } from '../output/output.ts'
import type { PlannedFile } from '../plan.ts'

export interface LastWrite {
  readonly config: Config
  /** as they were planned */
  readonly planned: readonly PlannedFile[]
  /** the same with clean paths: no two are alike, and there was nothing to say of any */
  readonly files: readonly PlannedFile[]
  readonly paths: ReadonlySet<string>
  /** what lay there, if nothing of it was stale or in the way; the same object as long as nothing comes or goes */
  readonly existing: Existing | undefined
}

/** What is written this time, where it goes to the same paths. */
interface Rewritten {
  readonly files: readonly PlannedFile[]
  /** those that come from other objects than last time, or from a document that was looked at */
  readonly doubtful: readonly PlannedFile[]
}

/**
 * `planned` beside `last`; `clean` makes the path of one clean, `looked` are the documents whose results may be others. Undefined
 * where paths are others.
 */
export function rewritten(
  planned: readonly PlannedFile[],
  last: LastWrite,
  clean: (file: PlannedFile) => PlannedFile,
  looked: ReadonlySet<DocId>,
): Rewritten | undefined {
  if (planned.length !== last.planned.length) return undefined
  const files = last.files.slice()
  const doubtful: PlannedFile[] = []
  for (let at = 0; at < planned.length; at++) {
    const file = planned[at]!
    if (file !== last.planned[at]) {
      const made = clean(file)
      if (made.path !== files[at]?.path || made.label !== files[at]?.label) return undefined
      files[at] = made
      doubtful.push(made)
    } else if (looked.size > 0 && 'kind' in file.from && looked.has(file.from.id)) doubtful.push(files[at]!)
  }
  return { files, doubtful }
}
