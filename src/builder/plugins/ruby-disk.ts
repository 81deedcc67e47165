/** The files that plugins in Ruby have: those below the site and its destination, to be read, and with few exceptions to be written. */
import path from 'node:path'
import { epochMilliseconds, isInside } from '../../base/index.ts'
import { type Gate, openGate } from '../../files/index.ts'
import type { RubyLog, SystemFiles } from '../../ruby/index.ts'
import type { Config } from '../../site/index.ts'
import { isHiddenOrPackage, isRuling } from '../ruling-files.ts'
import { pluginDirectories } from './plugin-files.ts'

/** A line of `log` says what a plugin wrote, and what it removed that it had not written, each file once. */
export function rubyDisk(config: Config, log: RubyLog): SystemFiles {
  const roots = [config.source, config.destination].map((root) => path.resolve(root))
  const gates = roots.map((root) => openGate(root, { fenced: true }))
  const told = new Set<string>()
  const gateOf = (place: string): Gate | undefined => gates[roots.findIndex((root) => isInside(root, place))]
  const isAbove = (place: string): boolean => roots.some((root) => place !== root && isInside(place, root))
  const changing = (place: string): Gate => {
    const gate = gateOf(place)
    if (gate === undefined) throw Object.assign(new Error('EACCES'), { code: 'EACCES', path: place })
    return gate
  }
  const disk: SystemFiles = {
    kindOf(place) {
      const kind = gateOf(place)?.kindOf(place)
      if (kind === 'file' || kind === 'directory') return kind
      return isAbove(place) ? 'directory' : undefined
    },
    list(place) {
      const gate = gateOf(place)
      if (gate !== undefined) return shownIn(gate, place)
      const names = roots.flatMap((root) =>
        place !== root && isInside(place, root) ? (path.relative(place, root).split(path.sep)[0] ?? []) : [],
      )
      return [...new Set(names)].map((name) => ({ name, kind: 'directory' }))
    },
    read: (place) => changing(place).read(place).bytes,
    stat: (place) => changing(place).stat(place),
    mayChange: (place) => mayChange(config, roots, place),
    write(place, bytes) {
      const gate = changing(place)
      if (gate.kindOf(place) === 'file' && Buffer.compare(gate.read(place).bytes, bytes) === 0) return
      gate.write(place, bytes)
      if (bytes.length === 0 || told.has(place)) return
      told.add(place)
      log('info', 'Ruby:', `a plugin wrote ${path.relative(config.source, place)}`)
    },
    makeDirectory(place) {
      const gate = place === roots[1] ? openGate(path.dirname(place)) : changing(place)
      gate.makeDirectory(place)
    },
    remove(place) {
      const gate = changing(place)
      const isLoss = gate.kindOf(place) === 'file' && !told.has(place)
      gate.remove(place)
      if (isLoss) log('info', 'Ruby:', `a plugin removed ${path.relative(config.source, place)}`)
    },
    setTime: (place, mtime = epochMilliseconds()) => changing(place).setTime(place, mtime),
  }
  return disk
}

/** Whether `place` is the destination, or lies below the site and is nothing that has programs run: hidden, a plugin, a package, a setting. */
function mayChange(config: Config, roots: readonly string[], place: string): boolean {
  const [source = '', destination] = roots
  // Plugins may be the first to make it.
  if (place === destination && !isInside(place, source)) return true
  const root = roots.find((each) => place !== each && isInside(each, place))
  if (root === undefined) return false
  const below = path.relative(root, place)
  if (root !== source && !isInside(source, place)) return !isHiddenOrPackage(below)
  return !isRuling(
    below,
    pluginDirectories(config).map((each) => path.relative(root, each)),
  )
}

/** What Ruby sees in a folder: files and folders that the gate lets through. */
export function shownIn(gate: Gate, place: string): ReturnType<SystemFiles['list']> {
  return gate
    .list(place)
    .flatMap(({ name, kind }) => (kind === 'file' || kind === 'directory' ? [{ name, kind }] : []))
}
