/** What is said of a theme that cannot be had: Jekyll's sentence first, then why, then what to do. */
import { BuildError, type Diagnostic } from '../../base/index.ts'
import { REMOTE_THEME } from '../../plugins/index.ts'
import type { Config } from '../../site/index.ts'
import type { ThemeOrder } from './types.ts'

/** Why a theme could not be fetched. Stops nothing by itself: `fetchTheme` makes a `BuildError` of it. */
export class ThemeFault extends Error {
  constructor(
    /** the second half of the diagnostic's code: `checksum` */
    readonly code: string,
    /** one sentence, without a full stop */
    message: string,
    readonly help: string,
  ) {
    super(message)
  }
}

/** The error of a theme that is nowhere; `why` is the sentence that follows Jekyll's. */
export function missingTheme(order: ThemeOrder, why?: ThemeFault): BuildError {
  return new BuildError([
    {
      code: `theme/${why?.code ?? 'missing'}`,
      severity: 'error',
      message: `The ${order.name} theme could not be found.${why === undefined ? '' : ` ${why.message}.`}`,
      help:
        why === undefined
          ? byHand(order)
          : NETWORK.has(why.code)
            ? `${why.help}; or ${byHand(order)}`
            : why.help,
      trail: order.kind === 'gem' ? [LOOKED] : [],
    },
  ])
}

/** Faults that a theme kept with the site does not know. */
const NETWORK: ReadonlySet<string> = new Set([
  'unreachable',
  'timeout',
  'proxy',
  'redirected',
  'bad-answer',
  'source',
])

const LOOKED =
  'looked in theme_dir, vendor/, the themes of the program, node_modules/, GEM_HOME, GEM_PATH, Bundler’s places and where gems are installed'

/** How to do without fetching. */
export function byHand(order: ThemeOrder): string {
  return order.kind === 'gem'
    ? `install the gem \`${order.name}\`, or put the theme's folders in vendor/${order.name}`
    : `put the theme's folders in vendor/${order.name}, or name their place in \`theme_dir\``
}

export function refused(code: string, message: string, help: string): BuildError {
  return new BuildError([{ code: `theme/${code}`, severity: 'error', message, help, trail: [] }])
}

/** A theme of the program is built with plugins that GitHub Pages does not run. */
export function notOnPages(name: string): BuildError {
  return refused(
    'not-on-github-pages',
    `The ${name} theme could not be found. It is part of Whirl: GitHub Pages has neither it nor its plugins.`,
    'build with `--compat jekyll` (in the workflow of Whirl’s action: `profile: whirl`), or set `compat: jekyll` in _config.yml',
  )
}

/** The warning for a `theme` that is not text, in Jekyll's words. */
export function notText(value: unknown): Diagnostic {
  const className = typeof value === 'number' ? 'Integer' : Array.isArray(value) ? 'Array' : 'Hash'
  return {
    code: 'theme/not-text',
    severity: 'warning',
    topic: 'Theme:',
    message: `value of 'theme' in config should be String to use gem-based themes, but got ${className}`,
    trail: [],
  }
}

/** The warning for a `remote_theme` whose plugin does not run: Jekyll takes no notice of it, and says nothing. */
export function unusedRemote({ plugins, guarded }: Config, name: string): Diagnostic {
  const allow = guarded
    ? `--whitelist ${REMOTE_THEME} allows it`
    : `\`whitelist: [${REMOTE_THEME}]\` allows it`
  const why = plugins.names.includes(REMOTE_THEME)
    ? `safe mode does not run ${REMOTE_THEME}; ${allow}`
    : `it takes effect with ${REMOTE_THEME} among \`plugins\``
  return {
    code: 'theme/remote-unused',
    severity: 'warning',
    topic: 'Remote Theme:',
    message: `${name} is not used: ${why}`,
    trail: [],
  }
}
