/** The commands and flags that the help of Jekyll and jekyll-compose names. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { withFiles } from '../build.mjs'
import { referenceAt } from '../references.mjs'

export const flags = {
  files: /^tests\/cli\/jekyll-flags\.json$/,
  record({ file }) {
    const found = withFiles({ '_config.yml': 'plugins: [jekyll-compose]\n' }, flagsIn)
    fs.writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`)
    return Object.keys(found).length
  },
}

function flagsIn(site) {
  const { command, env } = referenceAt('bookworm')
  const help = (...words) =>
    spawnSync(command[0], [...words, '--help'], { cwd: site, env, encoding: 'utf8' }).stdout
  const listed = help().split('Subcommands:')[1]
  const commands = [...listed.matchAll(/^ {2}([^\s,]+(?:, [^\s,]+)*) /gm)].map(([, names]) =>
    names.split(', '),
  )
  return Object.fromEntries(
    commands.map((names) => [names.join(', '), optionsIn(help(names[0]).split('Options:')[1] ?? '')]),
  )
}

const optionsIn = (text) =>
  [...text.matchAll(/^ *(?:-(\w)(?: [A-Z]+)?, )?--(\[no-\])?([\w-]+)( (?:ignore )?\[?[A-Z][^ ]*)?/gm)].map(
    ([, short = '', no = '', long, value = '']) => ({
      ...(short === '' ? {} : { short }),
      long,
      ...(no === '' ? {} : { negatable: true }),
      ...(value === '' ? {} : { value: value.trim().startsWith('[') ? 'optional' : 'required' }),
    }),
  )
