// What axe-core finds on an open page in light and dark, on a phone and on a desk, and whether it is wider than the window.
import fs from 'node:fs'
import { createRequire } from 'node:module'

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules of axe-core that look at colours. */
const COLOURS = ['color-contrast', 'link-in-text-block']

const VIEWS = [
  { width: 1280, colorScheme: 'light', rules: 'all' },
  { width: 1280, colorScheme: 'dark', rules: 'colours' },
  { width: 320, colorScheme: 'light', rules: 'colours' },
  { width: 320, colorScheme: 'dark', rules: 'all' },
]

export async function pageFaults(page, address, { every = false } = {}) {
  const found = []
  await page.evaluate(AXE)
  for (const { width, colorScheme, rules } of VIEWS) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    const only = every || rules === 'all' ? '' : `, runOnly: ${JSON.stringify(COLOURS)}`
    const { violations } = await page.evaluate(`axe.run(document, { resultTypes: ['violations']${only} })`)
    const at = `${address} ${width} ${colorScheme}`
    for (const { id, nodes } of violations)
      found.push(`${at}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`.slice(0, 300))
    const spare = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    if (spare !== 0) found.push(`${at}: ${spare} pixels wider than the window`)
  }
  return found
}
