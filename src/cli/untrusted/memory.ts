/** How much memory a process and those it started have for themselves. */
import { execFile } from 'node:child_process'
import fs from 'node:fs'

const MEGABYTE = 1024 * 1024
const KILOBYTE = 1024

/** Tells `told` again and again how many megabytes the group of `leader` holds; answers what stops that. */
export function watchMemory(leader: number, told: (megabytes: number) => void): () => void {
  const exact = fs.existsSync(`/proc/${leader}/task/${leader}/children`)
  let asking = false
  const timer = setInterval(
    () => {
      if (exact) {
        told(heldBelow(leader) / MEGABYTE)
        return
      }
      if (asking) return
      asking = true
      execFile('ps', ['-A', '-o', 'pgid=,rss='], (error, rows) => {
        asking = false
        if (error === null) told(heldByGroup(leader, rows) / MEGABYTE)
      })
    },
    exact ? 100 : 1000,
  )
  return () => clearInterval(timer)
}

/** Bytes that a process of Linux and all below it hold, in memory or swapped out, without what files lend them. */
function heldBelow(id: number): number {
  const status = read(`/proc/${id}/status`)
  const kilobytes = [...status.matchAll(/^(?:RssAnon|RssShmem|VmSwap):\s*(\d+) kB$/gm)]
  let held = kilobytes.reduce((sum, [, count]) => sum + Number(count), 0) * KILOBYTE
  for (const task of names(`/proc/${id}/task`))
    for (const child of read(`/proc/${id}/task/${task}/children`).split(' '))
      if (child !== '') held += heldBelow(Number(child))
  return held
}

function heldByGroup(leader: number, rows: string): number {
  let held = 0
  for (const row of rows.split('\n')) {
    const [group, kilobytes] = row.trim().split(/\s+/)
    if (Number(group) === leader) held += Number(kilobytes) * KILOBYTE
  }
  return held
}

/** Processes may end while they are looked at. */
function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function names(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}
