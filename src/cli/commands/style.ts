/** `whirl style NAME`: prints the style sheet of a theme for highlighted code, as `rougify style` does. */
import { nearest } from '../../base/index.ts'
import { styleSheet, themes } from '../../highlight/index.ts'
import type { Arguments } from '../args.ts'
import { EXIT, type Host } from '../host.ts'
import { misuse } from '../misuse.ts'
import type { Report } from '../report.ts'

/** Prints the theme; an unknown name gets the nearest and the list of all. */
export function style(args: Arguments, host: Host, report: Report): number {
  const [name] = args.words
  if (name === undefined)
    return misuse(host, `You must specify a theme: ${themes().join(', ')}.`, 'style NAME')
  const scope = args.flags.get('scope')
  const css = styleSheet(name, typeof scope === 'string' ? scope : undefined)
  if (css === undefined) {
    const near = nearest(name, themes())
    report.error(
      'Error:',
      `There is no theme '${name}'.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
    )
    report.info('Themes:', themes().join(', '))
    return EXIT.failed
  }
  host.out(css)
  return EXIT.done
}
