// Exports that the program does not use: dead code, or code that only its tests keep alive.
import path from 'node:path'

/**
 * The problems of all exports below src/. `users` and `tests`: facts by path from the root; `entries`: the files of src/
 * whose every export is the package's.
 */
export function exportProblems({ users, tests, entries }) {
  const used = usedBy(users.values(), users)
  for (const entry of entries) for (const name of namesOf(users, entry)) mark(users, used, entry, name)
  const tested = usedBy(tests.values(), new Map([...users, ...tests]))
  const problems = []
  for (const [file, { exports }] of users) {
    if (!file.startsWith('src/')) continue
    for (const [name, { line, from, local }] of exports) {
      const id = `${file}#${name}`
      if (used.has(id)) continue
      const again = from !== undefined || (local !== undefined && file.endsWith('/index.ts'))
      problems.push({
        file: file.slice(4),
        line,
        what: again
          ? `exports ${name} again, which no other module uses`
          : `exports ${name}, which ${tested.has(id) ? 'only tests use' : 'nothing uses'}`,
        help: again
          ? 'take it out of the list: what a module shows is what others need'
          : tested.has(id)
            ? 'use it in the program, or delete it with its tests'
            : 'delete it, or the word `export` where the file itself uses it',
      })
    }
  }
  return problems
}

/** Every export that `importers` import, through all that export it again: `file#name`. */
function usedBy(importers, modules) {
  const used = new Set()
  for (const { file, imports, exports, mentioned } of importers) {
    const passedOn = new Set([...exports.values()].map(({ local }) => local))
    for (const { from, names, all } of imports) {
      const target = resolve(file, from, modules)
      if (target === undefined) continue
      if (all) for (const name of namesOf(modules, target)) mark(modules, used, target, name)
      // What is only exported again is used when somebody uses that.
      for (const { name, local } of names)
        if (local === undefined || !passedOn.has(local) || mentioned.has(local))
          mark(modules, used, target, name)
    }
  }
  return used
}

function resolve(file, from, modules) {
  if (from === undefined || !from.startsWith('.')) return undefined
  const target = path.posix.join(path.posix.dirname(file), from)
  return modules.has(target) ? target : undefined
}

/** Marks `name` of `file` and what it stands for, however often it is exported again. */
function mark(modules, used, file, name) {
  const id = `${file}#${name}`
  if (used.has(id)) return
  const { exports, stars, imports } = modules.get(file)
  const own = exports.get(name)
  if (own === undefined) {
    for (const { from } of stars) {
      const target = resolve(file, from, modules)
      if (target !== undefined && namesOf(modules, target).has(name)) mark(modules, used, target, name)
    }
    return
  }
  used.add(id)
  const target = resolve(file, own.from, modules)
  if (target !== undefined)
    for (const one of own.all ? namesOf(modules, target) : [own.name]) mark(modules, used, target, one)
  if (own.local === undefined) return
  for (const { from, names } of imports)
    for (const one of names) {
      const source = one.local === own.local ? resolve(file, from, modules) : undefined
      if (source !== undefined) mark(modules, used, source, one.name)
    }
}

/** All that `file` exports, stars followed. */
function namesOf(modules, file, seen = new Set()) {
  if (seen.has(file)) return new Set()
  seen.add(file)
  const { exports, stars } = modules.get(file)
  const names = new Set(exports.keys())
  for (const { from } of stars) {
    const target = resolve(file, from, modules)
    if (target !== undefined)
      for (const name of namesOf(modules, target, seen)) if (name !== 'default') names.add(name)
  }
  return names
}
