// Records the commands and flags of Jekyll and jekyll-compose: node tests/cli/record-flags.mjs > tests/cli/jekyll-flags.json
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const site = fs.mkdtempSync(path.join(os.tmpdir(), 'flags-'))
fs.writeFileSync(path.join(site, '_config.yml'), 'plugins: [jekyll-compose]\n')
const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', JEKYLL_NO_BUNDLER_REQUIRE: 'true' }
const help = (...words) =>
  spawnSync('jekyll', [...words, '--help'], { cwd: site, env, encoding: 'utf8' }).stdout

const listed = help().split('Subcommands:')[1]
const commands = [...listed.matchAll(/^ {2}([^\s,]+(?:, [^\s,]+)*) /gm)].map(([, names]) => names.split(', '))
const flags = {}
for (const names of commands) {
  const options = help(names[0]).split('Options:')[1] ?? ''
  flags[names.join(', ')] = [
    ...options.matchAll(/^ *(?:-(\w)(?: [A-Z]+)?, )?--(\[no-\])?([\w-]+)( (?:ignore )?\[?[A-Z][^ ]*)?/gm),
  ].map(([, short = '', no = '', long, value = '']) => ({
    ...(short === '' ? {} : { short }),
    long,
    ...(no === '' ? {} : { negatable: true }),
    ...(value === '' ? {} : { value: value.trim().startsWith('[') ? 'optional' : 'required' }),
  }))
}
fs.rmSync(site, { recursive: true })
console.log(JSON.stringify(flags, null, 1))
