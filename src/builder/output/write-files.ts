/** The last step of a build: everything is staged, then the output changes at once. */
import type { Progress, Rendered } from '../../render/index.ts'
import type { Config } from '../../site/index.ts'
import type { PlannedFile } from '../plan.ts'
import type { Output } from './output.ts'

interface Writing {
  readonly config: Config
  readonly output: Output
  /** told of each file: `Writing:` and its path */
  readonly note?: (topic: string, path: string) => void
}

/** Stages every file, then makes it real; answers the paths whose bytes changed. */
export function writeFiles(
  wanted: ReadonlyMap<string, PlannedFile>,
  stale: readonly string[],
  progress: Progress,
  { output, config, note }: Writing,
): string[] {
  const written: string[] = []
  try {
    for (const { path, from } of wanted.values()) {
      const staged =
        'text' in from
          ? output.putText(path, from.text)
          : 'bytes' in from
            ? output.putBytes(path, from.bytes)
            : 'kind' in from
              ? output.putText(path, outputOf(progress.rendered(from.id)))
              : output.putFile(path, from.file)
      if (!staged) continue
      note?.('Writing:', `${config.destination}/${path}`)
      written.push(path)
    }
    output.commit(stale)
  } catch (error) {
    output.rollback()
    throw error
  }
  return written
}

/** What is written of a document. Rendering everything before is the build's promise. */
export function outputOf(rendered: Rendered | undefined): string {
  if (rendered === undefined) throw new Error('a document is written that was not rendered')
  return rendered.output
}
