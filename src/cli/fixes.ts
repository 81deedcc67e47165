/** `whirl check --fix`: writes what has one answer into the files of the site, or shows what it would write. */
import path from 'node:path'
import type { Edit, Finding } from '../check/index.ts'
import { overwrite } from './scaffold.ts'

interface FixedFile {
  readonly file: string
  readonly before: string
  readonly after: string
  readonly done: readonly Edit[]
}

/** The files with the edits of `findings` done. Of edits of one place the first counts. */
export function fixedFiles(findings: readonly Finding[]): readonly FixedFile[] {
  const byFile = new Map<string, Edit[]>()
  for (const { edit } of findings) {
    if (edit === undefined) continue
    const known = byFile.get(edit.file)
    if (known === undefined) byFile.set(edit.file, [edit])
    else known.push(edit)
  }
  return [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, edits]) => fixed(file, edits))
}

function fixed(file: string, edits: readonly Edit[]): FixedFile {
  const before = edits[0]?.whole ?? ''
  let after = ''
  let at = 0
  const done: Edit[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const { start, end, text } = edit
    if (start < at) continue
    after += before.slice(at, start) + text
    at = end
    done.push(edit)
  }
  return { file, before, after: after + before.slice(at), done }
}

/** Writes them below `source`. Throws a `BuildError` for what the system refuses. */
export function writeFixes(files: readonly FixedFile[], source: string): void {
  for (const { file, after } of files) overwrite(path.join(source, file), after)
}

/** The lines that differ, as `diff -U0` shows them: fixes add no lines. */
export function fixesAsDiff(files: readonly FixedFile[]): string {
  return files
    .map(({ file, before, after }) => {
      const [old, now] = [before.split('\n'), after.split('\n')]
      const hunks = old.flatMap((line, i) =>
        line === now[i] ? [] : [`@@ -${i + 1} +${i + 1} @@\n-${line}\n+${now[i]}\n`],
      )
      return `--- ${file}\n+++ ${file}\n${hunks.join('')}\n`
    })
    .join('')
}

/** `Fixed 3 places in 2 files.` */
export function fixesInWords(files: readonly FixedFile[], dry: boolean): string {
  const places = files.reduce((sum, each) => sum + each.done.length, 0)
  if (places === 0) return 'Nothing has one answer: no file was changed.\n'
  const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
  return `${dry ? 'Would fix' : 'Fixed'} ${count(places, 'place')} in ${count(files.length, 'file')}.\n`
}
