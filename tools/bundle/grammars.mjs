// The TextMate grammars that `highlight/coarse-table.ts` names, and those that they need: each once, as JSON.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { exportsOfSource } from './parts.mjs'

/**
 * Writes the grammars below `folder`, with `index.json`: for each name the files that its package exports, its own last.
 * Answers the files of the packages that they are from.
 */
export async function bundleGrammars(folder) {
  const { COARSE_LANGUAGES } = await exportsOfSource('highlight/coarse-table.ts')
  const names = new Set(COARSE_LANGUAGES.map(({ grammar }) => grammar).filter((name) => name !== undefined))
  const root = path.resolve('node_modules/@shikijs/langs')
  fs.mkdirSync(folder, { recursive: true })
  const index = {}
  for (const name of [...names].sort()) {
    const { default: parts } = await import(pathToFileURL(path.join(root, 'dist', `${name}.mjs`)).href)
    index[name] = parts.map((part) => {
      const file = `${part.scopeName}.json`
      fs.writeFileSync(path.join(folder, file), JSON.stringify(part))
      return file
    })
  }
  fs.writeFileSync(path.join(folder, 'index.json'), JSON.stringify(index))
  return [path.join(root, 'package.json')]
}
