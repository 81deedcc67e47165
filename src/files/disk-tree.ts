/** A site on the disk. */
import path from 'node:path'
import { type Gate, type GateOptions, openGate } from './gate.ts'
import type { FileTree } from './tree.ts'

/**
 * The tree below the directory `root`. Directories keep the order the file system gives, as Jekyll's do. With `fenced`
 * nothing is read that lies outside once links are followed. A gate that leads there may be given: the tree tells only what
 * that has not told.
 */
export function diskTree(
  root: string,
  options: Partial<GateOptions> & { readonly gate?: Gate } = {},
): FileTree {
  const absolute = path.resolve(root)
  return new DiskTree(
    absolute,
    absolute === '/' ? '/' : `${absolute}/`,
    options.gate ?? openGate(absolute, options),
  )
}

class DiskTree implements FileTree {
  constructor(
    readonly root: string,
    private readonly prefix: string,
    private readonly gate: Gate,
  ) {}

  list(directory: string): ReturnType<FileTree['list']> {
    return this.gate.list(this.prefix + directory)
  }

  kindOf(file: string): ReturnType<FileTree['kindOf']> {
    return this.gate.kindOf(this.prefix + file)
  }

  stat(file: string): ReturnType<FileTree['stat']> {
    return this.gate.stat(this.prefix + file)
  }

  read(file: string): ReturnType<FileTree['read']> {
    return this.gate.read(this.prefix + file)
  }

  head(file: string, length: number): Uint8Array {
    return this.gate.head(this.prefix + file, length)
  }

  realPath(file: string): string | null {
    return this.gate.realPath(this.prefix + file)
  }

  passOver(file: string): void {
    this.gate.passOver(this.prefix + file)
  }

  passedOver(): ReturnType<FileTree['passedOver']> {
    return this.gate.passedOver()
  }
}
