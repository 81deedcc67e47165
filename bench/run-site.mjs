/** One site, built by all builders in all cases. */
import fs from 'node:fs'
import path from 'node:path'
import { CASES, editing } from './cases.mjs'
import { measure, median } from './measure.mjs'

/**
 * Measures a site: `sourceOf(kind)` is its folder for a kind of builder, `placesOf(kind)` what is edited there. Every builder
 * gets a copy. In each run every builder has a turn, another first each time; of the runs the medians count. Answers a
 * row for each case and builder.
 */
export function runSite({ name, posts, sourceOf, placesOf }, { builders, cases, runs, work, tell }) {
  const root = path.join(work, 'built', name.replace(/[^\w.-]/g, '-'))
  fs.rmSync(root, { recursive: true, force: true })
  const list = path.join(root, 'outputs.json')
  const places = new Map()
  for (const [builder, { kind }] of Object.entries(builders)) {
    const place = { source: path.join(root, builder, 'source'), out: path.join(root, builder, 'out'), list }
    fs.cpSync(sourceOf(kind), place.source, { recursive: true, preserveTimestamps: true })
    places.set(builder, place)
  }
  const rows = []
  const failed = new Map()
  /** builders whose output is not that of the source as it is */
  const behind = new Set()
  const build = (builder, isCold) => {
    const { command, env, caches } = builders[builder]
    const place = places.get(builder)
    if (isCold)
      for (const each of [place.out, ...caches.map((cache) => path.join(place.source, cache))])
        fs.rmSync(each, { recursive: true, force: true })
    const taken = measure(command(place, isCold), place.source, env, work)
    if (taken.failed !== undefined) failed.set(builder, taken.failed)
    return taken
  }
  // The floor writes what another wrote, so that comes first; all have seen the files once before anything is measured.
  for (const builder of Object.keys(builders)) {
    tell(`${name}: ${builder}, not measured`)
    if (builder !== 'floor') build(builder, true)
    const { out } = places.get(builder)
    if (!fs.existsSync(list) && !failed.has(builder)) fs.writeFileSync(list, JSON.stringify(sizesBelow(out)))
  }
  for (const word of cases) {
    const isCold = word === 'cold'
    const taken = new Map()
    const edits = new Map()
    for (const [builder, { kind }] of Object.entries(builders))
      if (!failed.has(builder)) edits.set(builder, editing(word, places.get(builder).source, placesOf(kind)))
    // Nothing but one edit lies between a build and the one before.
    for (const builder of isCold ? [] : behind) if (!failed.has(builder)) build(builder, false)
    if (!isCold) behind.clear()
    for (let run = 0; run < runs; run++) {
      const order = Object.keys(builders).filter((builder) => !failed.has(builder))
      for (let turn = 0; turn < order.length; turn++) {
        const builder = order[(run + turn) % order.length]
        tell(`${name}: ${word}, run ${run + 1} of ${runs}, ${builder}`)
        const mark = edits.get(builder).edit(run)
        const once = build(builder, isCold)
        if (once.failed !== undefined) continue
        if (
          mark !== undefined &&
          builder !== 'floor' &&
          !holds(places.get(builder).out, mark, placesOf(builders[builder].kind).page)
        )
          failed.set(builder, `the output does not have the edit (${word})`)
        else taken.set(builder, [...(taken.get(builder) ?? []), once])
      }
    }
    for (const builder of Object.keys(builders)) {
      edits.get(builder)?.restore()
      if (CASES[word].file !== undefined) behind.add(builder)
      const row = { site: name, posts, case: word, builder }
      if (failed.has(builder)) rows.push({ ...row, failed: failed.get(builder) })
      else rows.push({ ...row, ...medians(taken.get(builder)), pages: pagesBelow(places.get(builder).out) })
    }
  }
  fs.rmSync(root, { recursive: true, force: true })
  return rows
}

function medians(runs) {
  const of = (key) => median(runs.map((run) => run[key]))
  return {
    wall: of('wall'),
    user: of('user'),
    system: of('system'),
    memory: of('memory'),
    walls: runs.map(({ wall }) => wall),
  }
}

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

function sizesBelow(folder) {
  return filesBelow(folder).map((file) => [path.relative(folder, file), fs.statSync(file).size])
}

function pagesBelow(folder) {
  return filesBelow(folder).filter((file) => /\.(?:html|xml)$/.test(file)).length
}

/** Whether what was built has `mark`, in `page` or where that is not known in any. */
function holds(out, mark, page) {
  const files = page === undefined ? filesBelow(out) : [path.join(out, page)]
  return files.some((file) => /\.(?:html|xml)$/.test(file) && fs.readFileSync(file, 'utf8').includes(mark))
}
