/** Nothing that a site's repository names is run, and its dates are those of git all the same. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { gitRepository } from '../../src/builder/git-repository.ts'
import { gitHistory } from '../../src/builder/index.ts'
import { makeSite, type SiteFolder } from '../site-maker.ts'

const FILES = { 'a.md': 'a\n', 'docs/b.md': 'b\n', 'docs2/b.md': 'c\n' }
const WHEN = 1_600_000_000

interface Repository extends SiteFolder {
  readonly git: (...words: readonly string[]) => string
}

/** A repository with a commit of all `FILES`, and one more of `a.md`. */
function repository(...init: readonly string[]): Repository {
  const site = makeSite(FILES)
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, {
      cwd: site.root,
      encoding: 'utf8',
      stdio: 'pipe',
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: `${WHEN} +0000`,
        GIT_COMMITTER_DATE: `${WHEN} +0000`,
        ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org' },
        ...{ GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' },
      },
    }).trim()
  git('init', '-q', '-b', 'main', ...init)
  git('add', '.')
  git('commit', '-qm', 'all')
  return { ...site, git }
}

/** What is asked of a repository, and the warnings. */
function asked(source: string, safe = false) {
  const warnings: string[] = []
  const lastCommit = gitHistory({ source, timezone: 'UTC', safe }, (message) => warnings.push(message))
  const { origin, revision } = gitRepository({ source, safe })
  const dates = ['a.md', 'docs/b.md', 'b.md'].map((file) => lastCommit(file)?.seconds)
  return { dates, origin: origin(), revision: revision(), warnings }
}

describe('named in the repository', () => {
  /** Lines of a configuration, by what they belong to; `RUN` is a program that leaves a mark. */
  const CONFIGS: readonly (readonly [string, string])[] = [
    ['a monitor of files', '[core]\nfsmonitor = RUN'],
    ['a pager', '[core]\npager = RUN\n[pager]\nlog = RUN\nremote = RUN'],
    ['an editor', '[core]\neditor = RUN'],
    ['a place of hooks', '[core]\nhooksPath = hooks-of-the-site'],
    ['a way to ssh', '[core]\nsshCommand = RUN'],
    ['a proxy', '[core]\ngitProxy = RUN'],
    ['a question for passwords', '[core]\naskPass = RUN'],
    ['a helper for passwords', '[credential]\nhelper = !RUN'],
    ['a command for references of others', '[core]\nalternateRefsCommand = RUN'],
    ['an alias of a command', '[alias]\nlog = !RUN\nremote = !RUN\nrev-parse = !RUN'],
    ['an outer comparison', '[diff]\nexternal = RUN'],
    ['a driver of comparisons', '[diff "mine"]\ntextconv = RUN\ncommand = RUN'],
    ['a filter', '[filter "mine"]\nclean = RUN\nsmudge = RUN\nprocess = RUN\nrequired = true'],
    ['a driver of merges', '[merge "mine"]\ndriver = RUN'],
    [
      'a check of signatures',
      '[log]\nshowSignature = true\n[gpg]\nprogram = RUN\n[gpg "ssh"]\nprogram = RUN',
    ],
    ['a format that checks signatures', '[format]\npretty = "%G? %ct"\n[gpg]\nprogram = RUN'],
    ['a way to update submodules', '[submodule "mine"]\nupdate = !RUN\nurl = ext::RUN'],
    ['a remote of commands', '[remote "origin"]\nurl = "ext::RUN"\nuploadpack = RUN\nvcs = mine'],
    ['another file', '[include]\npath = ../more.config'],
    ['another file, with a condition', '[includeIf "gitdir:**"]\npath = ../more.config'],
    ['a note after each change', '[post]\nx = RUN\n[trailer "x"]\ncommand = RUN'],
  ]

  function hostile(config: string): { site: Repository; marked: () => boolean } {
    const site = repository()
    const marker = site.at('marker')
    const run = site.at('run.sh')
    fs.writeFileSync(run, `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 })
    site.put({
      '.gitattributes': '* diff=mine filter=mine merge=mine\n',
      'more.config': `[core]\nfsmonitor = ${run}\n[gpg]\nprogram = ${run}\n[log]\nshowSignature = true\n`,
    })
    const hooks = ['post-index-change', 'pre-auto-gc', 'reference-transaction', 'post-checkout']
    for (const folder of ['.git/hooks', 'hooks-of-the-site'])
      for (const hook of hooks) {
        fs.mkdirSync(site.at(folder), { recursive: true })
        fs.copyFileSync(run, site.at(`${folder}/${hook}`))
      }
    fs.appendFileSync(site.at('.git/config'), `${config.replaceAll('RUN', run)}\n`)
    return { site, marked: () => fs.existsSync(marker) }
  }

  test.each(CONFIGS)('%s', (_, config) => {
    const { site, marked } = hostile(config)
    for (const safe of [true, false]) {
      const { dates, revision, warnings } = asked(site.root, safe)
      expect([marked(), dates, warnings]).toEqual([false, [WHEN, WHEN, undefined], []])
      expect(revision).toMatch(/^[\da-f]{40}$/)
    }
  })

  test('a commit that says it is signed is not checked', () => {
    const { site, marked } = hostile('[log]\nshowSignature = true\n[gpg]\nprogram = RUN')
    const signed = site
      .git('cat-file', '-p', 'HEAD')
      .replace(
        /^(committer .*)$/m,
        '$1\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----',
      )
    site.put({ signed: `${signed}\n` })
    const hash = site.git('hash-object', '-t', 'commit', '-w', '--literally', 'signed')
    fs.writeFileSync(site.at('.git/refs/heads/main'), `${hash}\n`)
    expect([asked(site.root).revision, marked()]).toEqual([hash, false])
  })

  test('objects that are missing are not fetched, in whatever way the repository says', () => {
    const { site, marked } = hostile(
      '[core]\nrepositoryformatversion = 1\n[extensions]\npartialClone = origin\n[protocol "ext"]\nallow = always\n' +
        '[remote "origin"]\nurl = "ext::RUN"\npromisor = true\npartialclonefilter = tree:0',
    )
    const tree = site.git('rev-parse', 'HEAD^{tree}')
    fs.rmSync(site.at(`.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`))
    expect([asked(site.root).dates, marked()]).toEqual([[undefined, undefined, undefined], false])
  })

  test('a program called git in the site is not taken for git', () => {
    const { site, marked } = hostile('')
    fs.copyFileSync(site.at('run.sh'), site.at('git'))
    const before = process.env.PATH
    process.env.PATH = `.:${before}`
    try {
      expect([asked(site.root).dates[0], marked()]).toEqual([WHEN, false])
    } finally {
      process.env.PATH = before
    }
  })

  test('variables that lead git elsewhere lead it nowhere', () => {
    const { site, marked } = hostile('')
    const names = [
      'GIT_EXTERNAL_DIFF',
      'GIT_PAGER',
      'GIT_SSH_COMMAND',
      'GIT_DIR',
      'GIT_WORK_TREE',
      'GIT_INDEX_FILE',
    ]
    for (const name of names) process.env[name] = site.at('run.sh')
    process.env.GIT_CONFIG_COUNT = '1'
    process.env.GIT_CONFIG_KEY_0 = 'core.fsmonitor'
    process.env.GIT_CONFIG_VALUE_0 = site.at('run.sh')
    try {
      expect([asked(site.root).dates[0], marked()]).toEqual([WHEN, false])
    } finally {
      for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name]
    }
  })
})

describe('repositories of every shape have the dates git has', () => {
  const bare = (site: Repository): readonly (number | undefined)[] => asked(site.root).dates

  test('packed objects and branches', () => {
    const site = repository()
    site.git('gc', '-q')
    site.git('pack-refs', '--all')
    expect(fs.existsSync(site.at('.git/refs/heads/main'))).toBe(false)
    expect(bare(site)).toEqual([WHEN, WHEN, undefined])
    expect(asked(site.root).revision).toBe(site.git('rev-parse', 'HEAD'))
  })

  test('a commit checked out by its hash', () => {
    const site = repository()
    site.git('checkout', '-q', '--detach')
    expect(bare(site)).toEqual([WHEN, WHEN, undefined])
  })

  test('a folder in the repository, and one whose name goes on', () => {
    const site = repository()
    expect(asked(site.at('docs')).dates).toEqual([undefined, undefined, WHEN])
    expect(asked(site.at('docs2')).dates).toEqual([undefined, undefined, WHEN])
  })

  test('a link to a folder in the repository', () => {
    const site = repository()
    const elsewhere = makeSite()
    fs.symlinkSync(site.at('docs'), elsewhere.at('linked'))
    expect(asked(elsewhere.at('linked'), true).dates).toEqual([undefined, undefined, WHEN])
  })

  test('objects named by SHA-256', () => {
    const site = repository('--object-format=sha256')
    expect(bare(site)).toEqual([WHEN, WHEN, undefined])
    expect(asked(site.root).revision).toMatch(/^[\da-f]{64}$/)
  })

  test('a history cut short', () => {
    const site = repository()
    site.put({ 'a.md': 'more\n' })
    site.git('commit', '-qam', 'more')
    const short = makeSite()
    site.git('clone', '-q', '--depth', '1', `file://${site.root}`, short.at('clone'))
    expect(asked(short.at('clone')).dates).toEqual([WHEN, WHEN, undefined])
  })

  test('a worktree; in safe mode only what is in the site’s own repository', () => {
    const site = repository()
    const other = makeSite()
    site.git('worktree', 'add', '-q', '-b', 'other', other.at('tree'))
    expect(asked(other.at('tree'))).toMatchObject({ dates: [WHEN, WHEN, undefined], warnings: [] })
    const safe = asked(other.at('tree'), true)
    expect([safe.dates, safe.revision]).toEqual([[undefined, undefined, undefined], undefined])
    expect(safe.warnings).toEqual([
      `The history in ${other.at('tree')}/.git is not read: in safe mode nothing outside of it is, such as ` +
        `${site.at('.git/worktrees/tree')}. Files have their own dates.`,
    ])
  })

  test('borrowed objects; not in safe mode', () => {
    const site = repository()
    const other = makeSite()
    site.git('clone', '-q', '--shared', site.root, other.at('clone'))
    expect(asked(other.at('clone')).dates).toEqual([WHEN, WHEN, undefined])
    expect(asked(other.at('clone'), true).dates).toEqual([undefined, undefined, undefined])
  })

  test.each([
    ['.git', '.git'],
    ['.git/HEAD', '.git/HEAD'],
    ['.git/config', '.git/config'],
    ['.git/packed-refs', '.git/packed-refs'],
    ['.git/refs/heads', '.git/refs/heads'],
    ['.git/refs/heads/main', '.git/refs/heads/main'],
    ['.git/objects', '.git/objects'],
    ['.git/objects/pack', '.git/objects/pack'],
    ['all loose objects', '.git/objects/ID'],
    ['one loose object', '.git/objects/ID/REST'],
  ])('a link to another repository at %s; not in safe mode', (_, name) => {
    const other = repository()
    other.git('config', 'remote.origin.url', 'https://github.com/other/private.git')
    other.git('pack-refs')
    const site = repository()
    fs.copyFileSync(other.at('.git/packed-refs'), site.at('.git/packed-refs'))
    const id = site.git('rev-parse', 'HEAD')
    // Both have the same commit.
    const at = name.replace('ID', id.slice(0, 2)).replace('REST', id.slice(2))
    site.put({ '.git/refs/heads/main': `${id}\n` })
    other.put({ '.git/refs/heads/main': `${id}\n` })
    fs.rmSync(site.at(at), { recursive: true })
    fs.symlinkSync(other.at(at), site.at(at))
    expect(asked(site.root).dates).toEqual([WHEN, WHEN, undefined])
    expect(asked(site.root, true)).toMatchObject({
      dates: [undefined, undefined, undefined],
      origin: undefined,
      revision: undefined,
      warnings: [expect.stringContaining(site.at(at))],
    })
  })

  test('no commit yet, and a repository that is none', () => {
    const site = makeSite(FILES)
    execFileSync('git', ['init', '-q'], { cwd: site.root })
    const nothing = {
      dates: [undefined, undefined, undefined],
      origin: undefined,
      revision: undefined,
      warnings: [],
    }
    expect(asked(site.root)).toEqual(nothing)
    for (const broken of [{ '.git': 'gitdir: nowhere\n' }, { '.git/HEAD': '' }, { '.git': '' }])
      expect(asked(makeSite({ ...FILES, ...broken }).root)).toEqual(nothing)
  })

  test('branches in tables are told of', () => {
    const site = repository()
    site.put({ '.git/HEAD': 'ref: refs/heads/.invalid\n', '.git/reftable/tables.list': '' })
    expect(asked(site.root).warnings).toEqual([expect.stringContaining('its branches are in tables')])
  })

  test('pipes where files should be are not waited for', () => {
    const site = repository()
    for (const name of ['HEAD', 'config', 'packed-refs', 'shallow', 'commondir']) {
      fs.rmSync(site.at(`.git/${name}`), { force: true })
      execFileSync('mkfifo', [site.at(`.git/${name}`)])
    }
    expect(asked(site.root)).toMatchObject({ dates: [undefined, undefined, undefined], origin: undefined })
  })

  test('names of branches that go round, or out', () => {
    const site = repository()
    site.put({ '.git/HEAD': 'ref: refs/heads/a\n', '.git/refs/heads/a': 'ref: refs/heads/a\n' })
    expect(asked(site.root).revision).toBeUndefined()
    site.put({ '.git/HEAD': 'ref: refs/../../outside\n', outside: `${'a'.repeat(40)}\n` })
    expect(asked(site.root).revision).toBeUndefined()
  })
})

test.each([
  ['https://github.com/owner/name.git', 'https://github.com/owner/name.git'],
  ['git@github.com:owner/name "x" \\y', 'git@github.com:owner/name "x" \\y'],
  ['ext::sh -c x', 'ext::sh -c x'],
])('the address of origin: %s', (url, expected) => {
  const site = repository()
  site.git('config', 'remote.origin.url', url)
  expect(asked(site.root).origin).toBe(expected)
})

test('short forms of addresses are the user’s, not the repository’s', () => {
  const site = repository()
  const home = makeSite({ '.gitconfig': '[url "git@github.com:"]\ninsteadOf = gh:\n' })
  site.git('config', 'remote.origin.url', 'gh:owner/name')
  site.git('config', 'url.https://elsewhere.example/.insteadOf', 'gh:')
  const before = process.env.HOME
  process.env.HOME = home.root
  try {
    expect(asked(site.root).origin).toBe('git@github.com:owner/name')
  } finally {
    process.env.HOME = before
  }
})

test('no folder of a question stays', () => {
  const site = repository()
  const temporary = makeSite()
  const before = process.env.TMPDIR
  process.env.TMPDIR = temporary.root
  try {
    expect(asked(site.root).dates[0]).toBe(WHEN)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  expect(fs.readdirSync(path.join(temporary.root))).toEqual([])
})
