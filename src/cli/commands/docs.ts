/** `whirl docs`: where to read more. Nothing is opened and nothing is fetched. */
import path from 'node:path'
import { openGate } from '../../files/index.ts'
import { EXIT } from '../host.ts'
import type { Report } from '../report.ts'

const PLACES: readonly (readonly [string, string])[] = [
  ['Jekyll:', 'https://jekyllrb.com/docs/'],
  ['Liquid:', 'https://shopify.github.io/liquid/'],
  ['kramdown:', 'https://kramdown.gettalong.org/syntax.html'],
  ['Commands:', 'whirl help'],
]

/** Prints the places, the installed copy of Whirl's own pages first. */
export function docs(report: Report): number {
  const own = ownPages()
  if (own !== undefined) report.info('Whirl:', own)
  for (const [topic, place] of PLACES) report.info(topic, place)
  return EXIT.done
}

/** The README that came with the program; undefined where there is none. */
function ownPages(): string | undefined {
  const gate = openGate('/')
  const program = gate.realPath(process.argv[1] ?? '')
  if (program === null) return undefined
  const readme = path.resolve(path.dirname(program), '../README.md')
  return gate.kindOf(readme) === 'file' ? readme : undefined
}
