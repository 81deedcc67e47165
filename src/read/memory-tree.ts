/** A site written down as one text: what tests are made of. */
import { Buffer } from 'node:buffer'
import {
  type Entry,
  type EntryKind,
  type FileContents,
  type FileStat,
  type FileTree,
  ReadError,
} from '../files/index.ts'
import { filesOf } from './files-in-text.ts'

/** Every file of a memory tree was changed at this moment: 2024-01-01T00:00:00Z. */
const MTIME = 1704067200000

/**
 * The tree of `text`: each line `-- path --` starts a file, which reaches to the next such line (its last newline
 * belongs to it). Or of a list of files, for contents no text can hold.
 */
export function memoryTree(
  files: string | ReadonlyMap<string, string | Uint8Array>,
  root = '/site',
): FileTree {
  const bytes = new Map<string, Uint8Array>()
  for (const [path, content] of typeof files === 'string' ? filesOf(files) : files) {
    bytes.set(path, typeof content === 'string' ? Buffer.from(content, 'utf8') : content)
  }
  const directories = new Map<string, Map<string, EntryKind>>([['', new Map()]])
  for (const path of bytes.keys()) {
    let child: EntryKind = 'file'
    for (let at = path; at !== ''; ) {
      const slash = at.lastIndexOf('/')
      const parent = slash === -1 ? '' : at.slice(0, slash)
      const entries = directories.get(parent) ?? new Map<string, EntryKind>()
      directories.set(parent, entries.set(at.slice(slash + 1), child))
      child = 'directory'
      at = parent
    }
  }
  const contents = (path: string): Uint8Array => {
    const found = bytes.get(path)
    if (found === undefined)
      throw new ReadError(
        `No such file or directory @ rb_sysopen - ${root}/${path}`,
        'ENOENT',
        `${root}/${path}`,
      )
    return found
  }
  return {
    root,
    list: (directory): readonly Entry[] =>
      Array.from(directories.get(directory) ?? [], ([name, kind]) => ({ name, kind, link: false })),
    kindOf: (path) => (bytes.has(path) ? 'file' : directories.has(path) ? 'directory' : null),
    stat: (path): FileStat => ({ size: contents(path).length, mtime: MTIME }),
    read: (path): FileContents => ({ bytes: contents(path), size: contents(path).length, mtime: MTIME }),
    head: (path, length) => contents(path).subarray(0, length),
    realPath: (path) =>
      path === '' ? root : bytes.has(path) || directories.has(path) ? `${root}/${path}` : null,
    passOver: () => {},
    passedOver: () => [],
  }
}
