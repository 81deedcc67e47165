// What is done to the text of a part when it is bundled.
import Module from 'node:module'
import { parseSync } from 'oxc-parser'

/** `text` of a part, so that it loads what it needs through the loader, also what it imports, and is ASCII. */
export function finishPart(text) {
  return (
    importedByLoader(text)
      .replaceAll('require("whirl:load")', "require('./load.cjs')")
      // Only regular expressions and raw texts have others, where this means the same.
      .replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  )
}

/** Has the loader import what is imported by a name written down. By syntax: patterns and texts have `import("` too. */
function importedByLoader(text) {
  const { module, errors } = parseSync('part.cjs', text)
  if (errors.length > 0) throw new Error(`a part of the bundle: ${errors[0].message}`)
  let done = ''
  let from = 0
  for (const { start, moduleRequest } of module.dynamicImports) {
    if (!/["']/.test(text[moduleRequest.start])) continue
    done += `${text.slice(from, start)}require('./load.cjs').importModule(`
    from = moduleRequest.start
  }
  return done + text.slice(from)
}

/** `text` of a script as the expression that the loader runs: the function which Node makes of a CommonJS file. */
export function asFunction(text) {
  return Module.wrap(text)
}
