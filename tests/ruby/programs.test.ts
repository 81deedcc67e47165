/** Programs that plugins in Ruby start: git is asked for them where it reads, and says what it says in a shell. */
import { execFileSync, execSync } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import { makeSite } from '../site-maker.ts'
import { saidByRuby } from './said-by-ruby.ts'

const site = makeSite({
  '_config.yml': 'timezone: Asia/Tokyo\n',
  '_posts/2024-01-01-a.md': 'a',
  'b c.md': 'b',
})
const { root, put } = site
const git = (...words: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=Ada Ä', '-c', 'user.email=a@example.org', ...words], {
    cwd: root,
    stdio: 'pipe',
    env: {
      ...process.env,
      GIT_AUTHOR_DATE: '2024-02-03T04:05:06+02:00',
      GIT_COMMITTER_DATE: '1700000000 +0000',
    },
  })
}
beforeAll(() => {
  git('init', '-q', '-b', 'trunk')
  git('add', '.')
  git('commit', '-qm', 'first "one"')
  git('tag', 'v1')
  put({ '_posts/2024-01-01-a.md': 'aa' })
  git('add', '.')
  git('commit', '-qm', 'second')
  git('remote', 'add', 'origin', 'https://example.org/a.git')
})

const LINES = [
  `git rev-list --count HEAD "${root}/_posts/2024-01-01-a.md"`,
  `git log -1 --pretty="%ad" --date=iso "${root}/_posts/2024-01-01-a.md"`,
  'git log -1 --format=%cd --date=local -- _posts/2024-01-01-a.md',
  "git log -1 --pretty='format:%an %s' -- 'b c.md'",
  'git log --follow --format=%h b\\ c.md',
  'git rev-parse HEAD',
  'git rev-parse --short HEAD',
  'git rev-parse --abbrev-ref HEAD',
  'git rev-parse --show-toplevel',
  'git describe --tags --always',
  'git describe --tags --abbrev=0',
  'git log --oneline | head -1',
  'git log --oneline | tail -n 1',
  'git log --oneline --all | wc -l',
  'git show HEAD~1:_posts/2024-01-01-a.md',
  'git show -s --format=%ci v1',
  'git branch --show-current',
  'git shortlog -sn HEAD',
  'git log -1 --format=%H nothing.md 2>/dev/null',
  'git log -1 nothing 2>&1',
  'git tag -l',
  'cd _posts && git log -1 --format=%H 2024-01-01-a.md',
  'git -C _posts log --name-only --format=%s 2024-01-01-a.md',
  'git config --get remote.origin.url',
  'date -u +%Y',
  'date "+a %% b"',
] as const

test('git says in backticks what it says in a shell', async () => {
  const said = await saidByRuby(
    site,
    LINES.map((line) => `send(:\`, ${JSON.stringify(line)})`),
  )
  const expected = LINES.map((line) => {
    try {
      return execSync(line, {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...process.env, TZ: 'Asia/Tokyo' },
      })
    } catch (error) {
      return (error as { readonly stdout: string }).stdout
    }
  })
  expect(said.map((text) => JSON.parse(text.replaceAll('\\e', '\\u001b').replaceAll('#', '#')))).toEqual(
    expected,
  )
})

test('what else gives a program its words', async () => {
  const said = await saidByRuby(site, [
    "require 'open3'; Open3.capture2('git', 'log', '-1', '--format=%s').first",
    "Open3.capture3('git', 'log', '-1', 'nothing').then { |out, err, status| [out, err[0, 6], status.success?, status.exitstatus] }",
    "Open3.capture2e('git branch --show-current', chdir: Jekyll.site.source).first",
    'IO.popen(%w[git branch --show-current]).read',
    "IO.popen(['git', 'branch', '--show-current'], &:read)",
    "IO.popen('git branch --show-current', chdir: File.join(Jekyll.site.source, '_posts')) { |io| io.gets.chomp }",
    "system('git', 'rev-parse', 'nothing', out: File::NULL, err: File::NULL)",
    "[system('git branch --show-current'), $?.success?, $?.exitstatus]",
    "[Kernel.send(:`, 'git branch --show-current'), $?.exitstatus]",
    '[`git log nothing 2>/dev/null`, $?.success?, $?.to_i]',
  ])
  expect(said).toEqual([
    String.raw`"second\n"`,
    '["", "fatal:", false, 128]',
    String.raw`"trunk\n"`,
    String.raw`"trunk\n"`,
    String.raw`"trunk\n"`,
    '"trunk"',
    'false',
    '[true, true, 0]',
    String.raw`["trunk\n", 0]`,
    '["", false, 32768]',
  ])
})

const REFUSED = [
  ['git commit -m x', 'git commit is not answered'],
  ['git -c core.pager=x log', 'git -c is not answered'],
  ['git --git-dir=/x/.git log', 'git --git-dir is not answered'],
  ['git log --output=/tmp/x', 'git log --output is not answered'],
  ['git log --outp=/tmp/x', 'git log --outp is not answered'],
  ['git diff --no-index a /etc/passwd', 'git diff --no-index is not answered'],
  ['git log --show-signature', 'git log --show-signature is not answered'],
  ['git log --format=%G?', 'the line asks for more'],
  ["git log --format='%G?'", 'git does not check signatures here'],
  ["git for-each-ref --format '%(signature:key)'", 'git does not check signatures here'],
  ['git tag -a v2 -m x', 'git tag -a is not answered'],
  ['git grep x', 'git grep is not answered'],
  ['git log --ext-diff', 'git log --ext-diff is not answered'],
  ['git', 'git without a command'],
  ['git log; touch made', 'the line asks for more'],
  ['git log $(touch made)', 'the line asks for more'],
  ['git log `touch made`', 'the line asks for more'],
  ['git log "$HOME"', 'the line asks for more'],
  ['git log > made', 'the line asks for more'],
  ['git log | sh', 'sh is not there'],
  ['git log || touch made', 'the line asks for more'],
  ['touch made', 'touch is not there'],
  ['curl https://example.org', 'curl is not there'],
] as const

test('everything else is refused, by its words', async () => {
  const said = await saidByRuby(
    site,
    REFUSED.map(([line]) => `send(:\`, ${rubyText(line)})`),
  )
  expect(said).toEqual(
    REFUSED.map(([line, why]) =>
      expect.stringContaining(
        `NotImplementedError: plugins in Ruby cannot start programs: '${line}' (${why}`,
      ),
    ),
  )
})

function rubyText(text: string): string {
  return JSON.stringify(text).replaceAll('$', String.raw`\$`).replaceAll('#', String.raw`\#`)
}
