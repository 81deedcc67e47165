// What each file of src/ may import, name and call. Gives problems: { file, line, what, help }.
import path from 'node:path'
import {
  ADAPTERS,
  CALLS,
  DISK,
  GLOBALS,
  MAY_IMPORT,
  MEMBERS,
  NODE_BUILTINS,
  PLUGIN_API,
  PLUGIN_API_READERS,
  RAW_SETTINGS,
  REQUIRE,
} from './rules.mjs'

const moduleOf = (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '')
const isAllowed = (file, allowed) => allowed.includes(file) || allowed.includes(moduleOf(file))

/** `@a/b/c` and `@a/b` are the package `@a/b`. */
function packageName(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The problems of the file `facts.file`, a path below src/. */
export function wallProblems(facts) {
  const { file } = facts
  const problems = []
  const say = (line, what, help) => problems.push({ file, line, what, help })
  // The door is asked by name, and checks where that is said.
  for (const one of facts.imports)
    if (one.from === undefined && file === REQUIRE.file) continue
    else if (one.from === undefined)
      say(one.line, 'imports what cannot be read off', 'write the path or the name out')
  for (const one of [...facts.imports, ...facts.stars, ...facts.exports.values()])
    if (one.from !== undefined) checkImport(file, one, (what, help) => say(one.line, what, help))
  checkNames(facts, say)
  checkDoor(facts, say)
  if (!/(?:^|\/)settings(?:\.ts$|\/)/.test(file) && !isAllowed(file, RAW_SETTINGS))
    for (const line of facts.rawSettings)
      say(
        line,
        'reads raw settings',
        "a setting is read once, into a record of site/settings/ or of the owner's settings.ts",
      )
  return problems
}

function checkImport(file, { from, names }, say) {
  if (from.startsWith('node:')) return checkBuiltin(file, from.slice(5), say)
  if (!from.startsWith('.')) return checkPackage(file, packageName(from), 'imports', say)
  const own = moduleOf(file)
  const to = path.posix.join(path.posix.dirname(file), from)
  const other = moduleOf(to)
  if (own === '' || (to === PLUGIN_API && PLUGIN_API_READERS.includes(own))) return
  const product = /^bundled\/[^/]+\//.exec(file)?.[0]
  // A product's adapter loads its package through base's door.
  if (
    product !== undefined &&
    to === 'base/index.ts' &&
    names?.every(({ name }) => REQUIRE.names.includes(name))
  )
    return
  if (other === own) {
    if (product !== undefined && !to.startsWith(product))
      say(
        `imports ${to}`,
        `a product imports its own files and ${PLUGIN_API}, so that it could be a package of its own`,
      )
    if (to === `${own}/index.ts`)
      say('imports its own index.ts', 'import the file that defines it, or a cycle appears')
    return
  }
  if (!MAY_IMPORT[own]?.includes(other))
    say(`imports ${to}`, `${own}/ may import only: ${MAY_IMPORT[own]?.join(', ') || 'nothing of ours'}`)
  if (to !== `${other}/index.ts`)
    say(`imports ${to}`, `across modules import only ${other}/index.ts: export what you need there`)
}

function checkBuiltin(file, name, say) {
  if (/^fs(?:\/|$)/.test(name)) {
    if (!Object.keys(DISK).some((owner) => file === owner || file.startsWith(`${owner}/`)))
      say(
        `imports node:${name}`,
        'files of a site are opened by the gate alone: take openGate, diskTree or writeOwn of files/index.ts',
      )
    return
  }
  const who = Object.entries(NODE_BUILTINS).filter(([, names]) => names.includes(name))
  if (
    isAllowed(
      file,
      who.map(([owner]) => owner),
    )
  )
    return
  const owners = who.map(([owner]) => (owner.includes('/') ? owner : `${owner}/`)).join(', ')
  say(
    `imports node:${name}`,
    owners === ''
      ? 'nothing here needs it yet: if this must, name it in NODE_BUILTINS of tools/check-imports/rules.mjs'
      : `only ${owners} may: take what you need of it as an argument`,
  )
}

function checkPackage(file, name, verb, say) {
  if (Object.hasOwn(ADAPTERS, name) && ADAPTERS[name] === file) return
  const help = name.startsWith('node:')
    ? 'import it by name, where NODE_BUILTINS of tools/check-imports/rules.mjs allows it'
    : Object.hasOwn(ADAPTERS, name)
      ? `third-party code goes through one adapter: ${ADAPTERS[name]}`
      : 'third-party code goes through one adapter: name this file in ADAPTERS of tools/check-imports/rules.mjs'
  say(`${verb} the package ${name}`, help)
}

/** Globals, members and calls of the tables. */
function checkNames(facts, say) {
  const { file, bound } = facts
  const once = new Set()
  const sayOnce = (line, what, help) => {
    if (once.has(`${what}:${line}`)) return
    once.add(`${what}:${line}`)
    say(line, what, help)
  }
  for (const { names, allowed, help } of GLOBALS)
    if (!isAllowed(file, allowed))
      for (const { name, line } of facts.values)
        if (names.includes(name) && !bound.has(name)) sayOnce(line, `uses ${name}`, help)
  for (const { names, allowed, help } of MEMBERS)
    if (!isAllowed(file, allowed)) {
      for (const { name, line } of facts.members)
        if (names.includes(name)) sayOnce(line, `uses ${name}`, help)
      for (const { names: imported, line } of facts.imports)
        for (const { name } of imported) if (names.includes(name)) sayOnce(line, `uses ${name}`, help)
    }
  for (const { calls, allowed, help } of CALLS)
    if (!isAllowed(file, allowed))
      for (const { call, line } of facts.calls)
        if (calls.some((one) => call === one || call.endsWith(`.${one}`)))
          sayOnce(line, `calls ${call}`, help)
}

/** Packages loaded through the one door: each name is written down and has its adapter. */
function checkDoor(facts, say) {
  const { file } = facts
  if (file === REQUIRE.file) return
  for (const { names } of facts.imports)
    for (const { name, local } of names) {
      if (!REQUIRE.names.includes(name) || local === undefined) continue
      const uses = facts.values.filter((one) => one.name === local)
      for (const { line, called } of uses)
        if (!called)
          say(line, `hands ${name} on`, `call it where it stands, with the package's name written out`)
      for (const { call, argument, line } of facts.calls) {
        if (call !== local) continue
        const loaded = argument === undefined ? undefined : packageName(argument.text)
        // Of a name put together, the package at least must be written down: `@shikijs/langs/${name}`.
        if (loaded === undefined || (!argument.whole && argument.text.length <= loaded.length))
          say(line, 'loads a package whose name cannot be read off', "write the package's name out")
        else checkPackage(file, loaded, 'loads', (what, help) => say(line, what, help))
      }
    }
}

/** Circles of imports inside modules, types counted. `modules`: file below src/ -> facts. */
export function cycleProblems(modules) {
  const problems = []
  const state = new Map()
  const edges = (file) => {
    const { imports, stars, exports } = modules.get(file)
    return [...imports, ...stars, ...exports.values()]
      .filter(({ from }) => from?.startsWith('.'))
      .map(({ from }) => path.posix.join(path.posix.dirname(file), from))
      .filter((to) => modules.has(to) && moduleOf(to) === moduleOf(file))
  }
  const visit = (file, trail) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      const circle = [...trail.slice(trail.indexOf(file)), file]
      problems.push({
        file,
        line: 1,
        what: `is in a circle of imports: ${circle.join(' -> ')}`,
        help: 'move what both need into types.ts or a third file',
      })
      return
    }
    state.set(file, 'open')
    for (const to of edges(file)) visit(to, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of modules.keys()) if (moduleOf(file) !== '') visit(file, [])
  return problems
}
