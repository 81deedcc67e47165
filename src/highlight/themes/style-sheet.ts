/**
 * Style sheets for highlighted code, as `rougify style` prints them.
 *
 * A theme is text, one rule a line: classes, a colon, looks in the order they are printed. `*` is the block itself;
 * a look is a colour, `on:` with a colour behind, `bold` or `italic`.
 * A rule without looks is printed all the same.
 */
import { LUNA_THEMES } from './luna.ts'
import { ROUGE_THEMES } from './rouge-themes.ts'

const THEMES: ReadonlyMap<string, string> = new Map([...ROUGE_THEMES, ...LUNA_THEMES])

/** The names of all themes, sorted. */
export function themes(): readonly string[] {
  return [...THEMES.keys()].sort()
}

/**
 * The style sheet of the theme called `name` for code inside `scope`, a CSS selector; undefined for an unknown name.
 * The scope is put before each class as it is, lists included, as Rouge 3.30 does.
 */
export function styleSheet(name: string, scope = '.highlight'): string | undefined {
  const found = THEMES.get(name)
  if (found === undefined) return undefined
  const theme = found.startsWith('= ') ? (THEMES.get(found.slice(2)) ?? '') : found
  const rules = theme.split('\n').map((line) => ruleText(line, scope))
  return `${scope} table td { padding: 5px; }\n${scope} table pre { margin: 0; }\n${rules.join('')}`
}

function ruleText(line: string, scope: string): string {
  const colon = line.indexOf(': ')
  const selectors = line
    .slice(0, colon)
    .split(' ')
    .map((cls) => (cls === '*' ? scope : `${scope} .${cls}`))
  const looks = line
    .slice(colon + 2)
    .split(' ')
    .filter(Boolean)
    .map((look) => `  ${declaration(look)};\n`)
  return `${selectors.join(', ')} {\n${looks.join('')}}\n`
}

function declaration(look: string): string {
  if (look === 'bold') return 'font-weight: bold'
  if (look === 'italic') return 'font-style: italic'
  return look.startsWith('on:') ? `background-color: ${look.slice(3)}` : `color: ${look}`
}
