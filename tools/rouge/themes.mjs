// node tools/rouge/themes.mjs: writes src/highlight/themes/rouge-themes.ts from what `rougify style` prints.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const rougify = (...words) => {
  const { status, stdout, stderr } = spawnSync('rougify', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}
const names = rougify('help', 'style')
  .split('available themes:')[1]
  .split(',')
  .map((name) => name.trim())
const HEAD = '.highlight table td { padding: 5px; }\n.highlight table pre { margin: 0; }\n'

/** `.highlight .k, .highlight .kd {\n  color: #fff;\n  font-weight: bold;\n}` → `k kd: #fff bold`. */
function ruleOf([, selectors, body]) {
  const classes = selectors
    .split(', ')
    .map((each) => (each === '.highlight' ? '*' : each.replace('.highlight .', '')))
  const looks = body
    .trim()
    .split(/;\s*/)
    .filter(Boolean)
    .map((line) => {
      const [property, value] = line.split(': ')
      if (property === 'color') return value
      if (property === 'background-color') return `on:${value}`
      if (line === 'font-style: italic' || line === 'font-weight: bold') return value
      throw new Error(line)
    })
  return `${classes.join(' ')}: ${looks.join(' ')}`
}

const seen = new Map()
const themes = names.map((name) => {
  const css = rougify('style', name)
  if (!css.startsWith(HEAD)) throw new Error(name)
  const twin = seen.get(css)
  if (twin !== undefined) return `  ['${name}', '= ${twin}'],\n`
  seen.set(css, name)
  const rules = [...css.slice(HEAD.length).matchAll(/([^{}]+) \{\n([^}]*)\}\n/g)]
  if (rules.map((m) => m[0]).join('') !== css.slice(HEAD.length)) throw new Error(name)
  return `  [\n    '${name}',\n    \`${rules.map(ruleOf).join('\n')}\`,\n  ],\n`
})
fs.writeFileSync(
  path.resolve(import.meta.dirname, '../../src/highlight/themes/rouge-themes.ts'),
  `// Written by tools/rouge/themes.mjs from what \`rougify style\` prints. A table: one rule a line, see style-sheet.ts.

/** Rouge's themes by name; \`= other\` is the same theme under another name. */
export const ROUGE_THEMES: ReadonlyMap<string, string> = new Map([
${themes.join('')}])
`,
)
