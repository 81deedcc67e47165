/** Who builds: what each starts with, what it keeps between builds, and its version. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const here = import.meta.dirname
const cli = path.resolve(here, '../dist/cli.js')

/**
 * The builders by name. `kind` is whose blog each takes; `command(place, isCold)` builds the source in `place.source` into
 * `place.out`, started in the source; `caches` are what it keeps in its source. `commands` has words in place of `jekyll` and
 * `hugo`, `flags` what Whirl gets besides (where
 * nothing is said, what makes it the Jekyll beside it), `work` the folder where npm's packages are.
 */
export function buildersFor({ commands, flags, work }) {
  const words = (name) => (commands[name] ?? name).split(' ')
  const ownFlags = flags ?? sameAs(said([...words('jekyll'), '--version']))
  const eleventy = path.join(work, 'node_modules/@11ty/eleventy/cmd.cjs')
  return {
    whirl: {
      kind: 'jekyll',
      caches: ['.jekyll-cache'],
      command: ({ out }) => [process.execPath, cli, 'build', '--quiet', ...ownFlags, '-d', out],
      version: () => `${said([process.execPath, cli, '--version'])} ${ownFlags.join(' ')}`.trim(),
    },
    jekyll: {
      kind: 'jekyll',
      caches: ['.jekyll-cache', '.sass-cache'],
      // Jekyll is not handicapped: its walk over the written files, which looks each up in a list of all before it, is
      // replaced by a plain one; stock Jekyll is slower still.
      env: { RUBYOPT: `-r${path.join(here, 'linear-jekyll.rb')}`, JEKYLL_NO_BUNDLER_REQUIRE: 'true' },
      command: ({ out }) => [...words('jekyll'), 'build', '--quiet', '-d', out],
      version: () => `${said([...words('jekyll'), '--version'])}, its quadratic walk mended`,
    },
    hugo: {
      kind: 'hugo',
      caches: ['resources', '.hugo_build.lock'],
      command: ({ out }, isCold) => [
        ...words('hugo'),
        '--quiet',
        '--noBuildLock',
        ...(isCold ? ['--ignoreCache'] : []),
        '-d',
        out,
      ],
      version: () => said([...words('hugo'), 'version']).replace(/^hugo (v\S+).*/s, 'Hugo $1'),
    },
    eleventy: {
      kind: 'eleventy',
      caches: ['.cache'],
      prepare: () => {
        if (fs.existsSync(eleventy)) return
        const packages = ['@11ty/eleventy', '@11ty/eleventy-plugin-syntaxhighlight']
        spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', work, ...packages], {
          stdio: ['ignore', 'ignore', 'inherit'],
        })
      },
      command: ({ out }) => [process.execPath, eleventy, '--quiet', `--output=${out}`],
      version: () => `Eleventy ${said([process.execPath, eleventy, '--version'])}`,
    },
    floor: {
      kind: 'jekyll',
      caches: [],
      command: ({ source, out, list }, isCold) => [
        process.execPath,
        path.join(here, 'floor.mjs'),
        source,
        ...(isCold ? [out, list] : []),
      ],
      version: () => `Node ${process.version} that reads every file and, cold, writes as many as Whirl`,
    },
  }
}

/** What makes Whirl print what that Jekyll prints, so that both do the same work. */
function sameAs(jekyll) {
  const minor = /^jekyll (4\.[34])\./.exec(jekyll)?.[1]
  return minor === undefined ? [] : ['--compat', `jekyll-${minor}`]
}

function said([command, ...args]) {
  const { stdout, error } = spawnSync(command, args, { encoding: 'utf8' })
  return error === undefined ? stdout.trim().split('\n')[0] : `(${error.message})`
}
