/** The files of an export, as a command line names it: one file, or a folder. */
import path from 'node:path'
import { parseToml } from '../builder/index.ts'
import { parseXml } from '../check/index.ts'
import { openGate, readGiven } from '../files/index.ts'
import type { ExportFiles } from '../imports/index.ts'
import { IMPORT_ZONE } from './imported-files.ts'
import { placeKind } from './scaffold.ts'

/** Folders that no export has its texts in. */
const PASSED = new Set(['.git', 'node_modules', 'public', 'resources', 'themes'])

/** How archives begin. */
const ARCHIVES: readonly (readonly [string, readonly number[]])[] = [
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
]

/** Which kind of archive the file at `place` is, as some programs hand out their exports; undefined for none. */
export function packedAs(place: string): string | undefined {
  if (placeKind(place) !== 'file') return undefined
  const bytes = readGiven(place)
  return ARCHIVES.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0]
}

/** undefined where there is nothing at `place`, or nothing that can be read. */
export function exportFiles(place: string): ExportFiles | undefined {
  const kind = placeKind(place)
  if (kind === undefined) return undefined
  const files = new Map<string, () => Uint8Array>()
  if (kind === 'file') files.set(path.basename(place), () => readGiven(place))
  else for (const name of namesBelow(place)) files.set(name, () => readGiven(path.join(place, name)))
  return { files, parseXml, parseToml: (text) => parseToml(text, IMPORT_ZONE) }
}

function namesBelow(root: string): readonly string[] {
  const gate = openGate(root, { fenced: true })
  const found: string[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const { name, kind } of gate.list(path.join(root, folder))) {
      const inside = folder === '' ? name : `${folder}/${name}`
      if (kind === 'file') found.push(inside)
      else if (kind === 'directory' && !(folder === '' && PASSED.has(name))) folders.push(inside)
    }
  }
  return found.sort()
}
