/** `whirl new-theme NAME`: the folders of a theme to begin with, as a git repository, with Jekyll's lines. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { localZone, strftime } from '../../base/index.ts'
import { buildTime } from '../../builder/index.ts'
import type { Arguments } from '../args.ts'
import { EXIT, type Host } from '../host.ts'
import { cyan, misuse } from '../misuse.ts'
import type { Report } from '../report.ts'
import { placeKind, scaffold } from '../scaffold.ts'
import { THEME_DIRECTORIES, THEME_GITIGNORE, themeFiles } from '../templates/theme.ts'

/** Makes the theme. Spaces in its name become `_`, as in Jekyll; a slash is refused, for no gem may have one. */
export function newTheme(args: Arguments, host: Host, report: Report): number {
  if (args.words.length === 0) return misuse(host, 'You must specify a theme name.', 'new-theme NAME')
  const name = args.words.join('_').replace(/\s+/g, '_')
  if (!/^\w[\w.-]*$/.test(name)) {
    report.error('Error:', `'${name}' cannot be the name of a theme.`)
    report.error('', 'A name has letters, digits, `-`, `_` and `.` only.')
    return EXIT.failed
  }
  const root = path.join(host.cwd, name)
  if (placeKind(root) !== undefined) {
    report.error('Conflict:', `${root} already exists.`)
    return EXIT.failed
  }
  const time = buildTime(host.env.SOURCE_DATE_EPOCH, localZone(host.env.TZ))
  const author = {
    name: gitSetting('user.name', host) ?? 'TODO: your name',
    email: gitSetting('user.email', host) ?? 'TODO: your address',
    year: Number(strftime(time, '%Y')),
  }
  const created = (place: string): void => report.info('create', place)
  const conduct = args.flags.get('code-of-conduct') === true
  scaffold(root, THEME_DIRECTORIES, themeFiles(name, author, conduct), created)
  if (spawnSync('git', ['init', '-q'], { cwd: root, stdio: 'ignore' }).status === 0)
    report.info('initialize', path.join(root, '.git'))
  scaffold(root, [], [THEME_GITIGNORE], created)
  report.line(`Your new Jekyll theme, ${cyan(host, name)}, is ready for you in ${cyan(host, root)}! `)
  report.line(`For help getting started, read ${root}/README.md. `)
  return EXIT.done
}

/** What git knows of the user; undefined where git is not, or knows nothing. */
function gitSetting(key: string, host: Host): string | undefined {
  const asked = spawnSync('git', ['config', key], { cwd: host.cwd, encoding: 'utf8' })
  const text = asked.status === 0 ? asked.stdout.trim() : ''
  return text === '' ? undefined : text
}
