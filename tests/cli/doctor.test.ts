import fs from 'node:fs'
import { expect, test } from 'vitest'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const at = siteForEachTest()

test('a site without fault', async () => {
  at.put({ '_config.yml': 'url: https://example.com\n', 'index.md': '---\n---\nhi\n' })
  for (const name of ['doctor', 'hyde'])
    expect(await runIn(at.root, [name])).toEqual({
      code: 0,
      out: [
        `Configuration file: ${at.root}/_config.yml`,
        '          Built as: Jekyll 4.4.1, the newest, since nothing names another (--compat NAME builds as another)',
        '  Your test results are in. Everything looks fine.\n',
      ].join('\n'),
      err: '',
    })
  expect(at.list()).toEqual(['_config.yml', 'index.md'])
})

test('what Jekyll’s doctor finds, in its words', async () => {
  at.put({
    '_config.yml': 'relative_permalinks: true\nurl: foo\n',
    'a.md': '---\npermalink: /A.html\n---\n',
    'b.md': '---\npermalink: /a.html\n---\n',
    'c.md': '---\npermalink: /a.html\n---\n',
  })
  const said = await runIn(at.root, ['doctor'])
  expect(said.code).toBe(1)
  expect(said.err.replaceAll(at.root, 'SITE')).toBe(
    `       Deprecation: Your site still uses relative permalinks, which was removed in Jekyll v3.0.0.
          Conflict: The following destination is shared by multiple files.
                    The written file may end up with unexpected contents.
                    SITE/_site/a.html
                     - b.md
                     - c.md
                    
           Warning: The following URLs only differ by case. On a case-insensitive file system one of the URLs will be overwritten by the other: SITE/_site/A.html, SITE/_site/a.html, SITE/_site/a.html
           Warning: Your site URL does not seem to be absolute, check the value of \`url\` in your config file.
`,
  )
  at.put({ '_config.yml': '{}\n' })
  expect((await runIn(at.root, ['doctor'])).err).toContain(
    "           Warning: You didn't set an URL in the config file, you may encounter problems with some plugins.\n",
  )
})

test('what plugins make of files, and a destination that would lose the source, as a build sees them', async () => {
  at.put({
    '_config.yml': 'url: http://x\nplugins: [jekyll-coffeescript]\n',
    'a.coffee': '---\n---\nx = 1\n',
    'a.js': '---\n---\nlet x\n',
  })
  const said = await runIn(at.root, ['doctor'])
  expect([said.code, said.err.replaceAll(at.root, 'SITE')]).toEqual([
    1,
    expect.stringContaining(
      'SITE/_site/a.js\n                     - a.coffee\n                     - a.js\n',
    ),
  ])
  at.put({ '_config.yml': 'url: http://x\ndestination: .\n' })
  const lost = await runIn(at.root, ['doctor'])
  expect([lost.code, lost.err]).toEqual([
    1,
    expect.stringContaining('Destination directory cannot be or contain the Source directory.'),
  ])
})

test('plugins there are, plugins there are not, Ruby', async () => {
  at.put({
    '_config.yml': 'url: http://x\nplugins: [jekyll-feed, nope]\n',
    '_plugins/x.rb': 'module X; end\n',
    'node_modules/known/package.json': '{"main": "index.js"}',
    'node_modules/known/index.js': 'throw new Error("doctor runs nothing of the site")',
  })
  const said = await runIn(at.root, ['doctor'])
  expect(said.code).toBe(1)
  expect(said.out).toContain('           Plugins: part of Whirl: jekyll-feed\n')
  expect(said.err).toContain(
    "           Plugins: 'nope' is not part of Whirl and no npm package of the site: a build stops there.\n",
  )
  expect(said.out).toContain(
    '           Plugins: written in Ruby, and run by builds (docs/ruby-plugins.md): _plugins/x.rb\n',
  )
  at.put({ '_config.yml': 'url: http://x\nplugins: [known]\n' })
  const known = await runIn(at.root, ['doctor'])
  expect([known.code, known.out]).toEqual([0, expect.stringContaining('npm packages of the site: known\n')])
})

test('what plugins in Ruby run into, and gems: there, to be fetched, or none', async () => {
  at.put({
    '_config.yml': 'url: http://x\nplugins: [jekyll-own, jekyll-known, jekyll-none]\n',
    Gemfile: "gem 'jekyll-known'\n",
    '_plugins/fine.rb': 'module Fine; end\n',
    '_plugins/net.rb': "require 'net/http'\n\nNet::HTTP.get(uri)\nclass C < Jekyll::Command; end\n",
    'vendor/jekyll-own/lib/jekyll-own.rb': 'Thread.new { 1 }\n',
  })
  const { code, out, err } = await runIn(at.root, ['doctor'])
  expect(code).toBe(1)
  expect(out).toContain('and run by builds (docs/ruby-plugins.md): _plugins/fine.rb\n')
  expect(out).toContain('gems that are not on this machine, which builds fetch: jekyll-known\n')
  expect(err).toContain(
    "'jekyll-none' is not part of Whirl and no npm package of the site: a build stops there.\n",
  )
  expect(err).toContain(
    'Plugins: _plugins/net.rb:3 asks the network: there is none. Where a build comes there, it stops.\n',
  )
  expect(err).toContain(
    'Plugins: _plugins/net.rb:4 adds a command: the command line has no commands of plugins. The rest of it runs.\n',
  )
  expect(err).toContain(
    'Plugins: jekyll-own (vendor/jekyll-own/lib/jekyll-own.rb:1) works in threads: there are none.',
  )
})

test('slips of writers, with what to do', async () => {
  at.put({
    '_config.yml': 'url: http://x\nbaseurl: /b\n',
    '_layouts/post.html': '{{ content }}',
    '_includes/nav.html': 'a\n<a href="{{ site.baseurl }}{% post_url 2024-01-01-a %}">a</a>',
    '_posts/2024-01-01-a.md': '---\nlayout: psot\n---\nx\n',
    '_posts/2024-01-02-b.md': '---\nlayout: post\ntitle: Counting: packets\n---\nx\n',
    '_posts/2024-01-03-c.md': '---\nlayout: post\ntitle: Open\n\nHello\n',
    '_posts/2024-01-04-d.md': '---\nlayout: post\ntitle: He said: "x"\n---\nx\n',
    '_posts/undated.md': '---\n---\nx\n',
    '_posts/picture.png': '',
    'open.md': '---\ntitle: Open\n',
    'rule.md': '---\n---\n---\n\na: b\n',
    'own.md': '---\nlayout: none\n---\n{{ site.baseurl }}/x {% post_url 2024-01-01-a %}\n',
    'far.md': '---\nlayout: nothing-like-it\n---\n',
  })
  const said = await runIn(at.root, ['doctor'])
  expect(said.code).toBe(0)
  expect(said.err.replaceAll(at.root, 'SITE')).toBe(
    `             Error: YAML Exception reading SITE/_posts/2024-01-02-b.md: (<unknown>): mapping values are not allowed in this context at line 3 column 16
                    A value with a colon needs quotes: title: "Counting: packets".
             Error: YAML Exception reading SITE/_posts/2024-01-04-d.md: (<unknown>): mapping values are not allowed in this context at line 3 column 15
                    A value with a colon needs quotes: title: 'He said: "x"'.
      Front matter: _posts/2024-01-03-c.md:1 begins with --- and never ends it: all of the file is published as its text.
      Front matter: open.md:1 begins with --- and never ends it: all of the file is published as its text.
                    Write --- in a line of its own behind the last setting.
            Layout: _posts/2024-01-01-a.md asks for the layout 'psot', which does not exist: it is written without one.
                    Did you mean 'post'?
            Layout: far.md asks for the layout 'nothing-like-it', which does not exist: it is written without one.
                    Make _layouts/nothing-like-it.html, or name another.
              Post: _posts/undated.md will not show: a post has its date in its name.
                    Name it YEAR-MONTH-DAY-undated.md, or put it in _drafts.
           Baseurl: _includes/nav.html:2 writes site.baseurl before post_url, which has it already in Jekyll 4: the link has it twice.
                    Take it out, or build as the Jekyll that the site was written for: --compat github-pages (Jekyll 3).
`,
  )
  const pages = await runIn(at.root, ['doctor', '--compat', 'github-pages'])
  expect(pages.err).not.toContain('Baseurl:')
})

test('what will not show, and why', async () => {
  at.put({
    '_config.yml': 'url: http://x\n',
    '_posts/2099-01-02-later.md': '---\n---\nx\n',
    'off.md': '---\npublished: false\n---\nx\n',
  })
  const said = await runIn(at.root, ['doctor'])
  expect(said.code).toBe(0)
  expect(said.err).toBe(
    `            Hidden: _posts/2099-01-02-later.md will not show: its date, 2099-01-02 00:00:00 +0000, is still to come; --future or \`future: true\` shows it.
            Hidden: off.md will not show: \`published: false\`; --unpublished shows it.
`,
  )
})

test('many that are left out for one reason, and what to do about tables, once', async () => {
  const off = '---\npublished: false\n---\nx\n'
  at.put({
    '_config.yml': 'url: http://x\n',
    'a.md': off,
    'b.md': off,
    'c.md': off,
    't.md': '---\n---\na | b\n',
    'u.md': '---\n---\nc | d\n',
  })
  expect((await runIn(at.root, ['doctor'])).err).toBe(
    `            Hidden: 3 files will not show: \`published: false\`; --unpublished shows it.
                    a.md
                    b.md
                    c.md
             Table: t.md:3 becomes a table, because of its pipe: a | b
             Table: u.md:3 becomes a table, because of its pipe: c | d
                    Where that is not meant, write \`\\|\` or \`&#124;\`.
`,
  )
})

test.each([
  ['title: "About "~" here"', `The value in line 3 goes on after its end: write title: 'About "~" here'.`],
  ["title: 'it's me'", `The value in line 3 goes on after its end: write title: "it's me".`],
  ['title: [H2] Database', 'The value in line 3 goes on after its end: write title: "[H2] Database".'],
  ['title: "a" b # c', `The value in line 3 goes on after its end: write title: '"a" b # c'.`],
  ['title: @me', 'A value that begins with @ needs quotes: title: "@me".'],
  ['title: `x` in C', 'A value that begins with ` needs quotes: title: "`x` in C".'],
  ['title: - x', 'A value that begins with - needs quotes: title: "- x".'],
  ['title: "a', undefined],
  ['title: "a"\n  b: c', undefined],
])('front matter that YAML does not read: %s', async (line, help) => {
  at.put({ '_config.yml': 'url: http://x\n', 'a.md': `---\nlayout: none\n${line}\ntags: [x]\n---\nx\n` })
  const { err } = await runIn(at.root, ['doctor'])
  expect(err).toContain('YAML Exception reading')
  expect(err.split('\n')[1]?.trim()).toBe(help ?? '')
})

// kramdown 2.4 makes tables of those that are worth a look.
test.each([
  ['a | b', true],
  ['a | b\nc|d', true],
  ['say `a|b` and\n\nx | y', true],
  ['a | b\nc', false],
  ['say `a|b`', false],
  ['a \\| b', false],
  ['$$a|b$$', false],
  ['# a | b', false],
  ['- a | b', false],
  ['    a | b', false],
  ['```\na | b\n```', false],
  ['a | b\n# h', false],
  ['a | b\n- c | d', true],
  ['a | b\n{: .x}', true],
  ['*a | b*', true],
  ['a <b|c>', true],
  ['`` a | b ``', false],
  // a table, and meant
  ['| a | b |', false],
  ['a | b\n--|--\nc | d', false],
  ['{{ a | b }}', false],
])('a stray pipe: %j is worth a look: %j', async (text, stray) => {
  at.put({ '_config.yml': 'url: http://x\n', 'p.md': `---\n---\n${text}\n` })
  const said = await runIn(at.root, ['doctor'])
  expect(said.err.includes('becomes a table, because of its pipe')).toBe(stray)
  expect(said.code).toBe(0)
})

test('settings of older Jekylls, and what to do about each', async () => {
  at.put({
    '_config.yml':
      'url: http://x\ngems: []\npygments: true\nserver_port: 1\nlayouts: l\nmarkdown: redcarpet\nhighlighter: pygments\nlsi: true\npaginate: 5\nkramdown: {use_coderay: true}\n',
    'index.md': '---\n---\nx\n',
  })
  const said = await runIn(at.root, ['doctor'])
  const old = said.err
    .split('\n')
    .flatMap((line) => /^ +Deprecation: `(.+?)` is of an older/.exec(line)?.[1] ?? [])
  expect(old).toEqual([
    'gems',
    'pygments',
    'server_port',
    'layouts',
    'markdown: redcarpet',
    'highlighter: pygments',
    'kramdown: use_coderay',
  ])
  expect(said.err).toContain('Warning: `lsi: true` has no effect: related posts are the most recent ones.')
  expect(said.err).toContain("you haven't included the `jekyll-paginate` gem")
  expect(said.out).not.toContain('Everything looks fine')
  expect(said.code).toBe(0)
})

test('drafts of the future are not hidden posts; drafts are not looked for', async () => {
  at.put({ '_config.yml': 'url: http://x\n', '_drafts/a.md': '---\n---\nx\n', 'i.md': '---\n---\nx\n' })
  expect((await runIn(at.root, ['doctor'])).err).toBe('')
})

// What Jekyll 4.3.1 makes Markdown of, and what it copies: tests/render/sites/markdown-ext.txt.
test('stray tables are found in the files that a build takes for Markdown', async () => {
  const stray = '---\n---\na | b\n'
  at.put({
    '_config.yml': 'url: http://x\nmarkdown_ext: "markdown, md,MKD"\n',
    'a.markdown': stray,
    'b.md': stray,
    'c.Mkd': stray,
  })
  const said = await runIn(at.root, ['doctor'])
  const found = [...said.err.matchAll(/(\S+):3 becomes a table/g)].map(([, path]) => path)
  expect(found).toEqual(['a.markdown', 'c.Mkd'])
})

test('files that cannot be read are named, and the rest is looked over', async () => {
  at.put({
    '_config.yml': 'url: foo\nexclude: [left.md]\n',
    'b.md': '---\npermalink: /a.html\n---\n',
    'c.md': '---\npermalink: /a.html\n---\n',
  })
  for (const name of ['a.md', 'd.md', 'left.md']) fs.symlinkSync('nowhere', at.at(name))
  fs.mkdirSync(at.at('_data'))
  fs.symlinkSync('nowhere', at.at('_data/x.yml'))
  fs.symlinkSync('.', at.at('loop'))
  const said = await runIn(at.root, ['doctor'])
  const err = said.err.replaceAll(at.root, 'SITE')
  expect(said.code).toBe(1)
  for (const name of ['a.md', 'd.md', '_data/x.yml'])
    expect(err).toContain(`No such file or directory @ rb_sysopen - SITE/${name}\n`)
  expect(err).toContain('Too many levels of symbolic links @ rb_sysopen - SITE/loop\n')
  expect(err).not.toContain('left.md')
  expect(err).toContain('SITE/_site/a.html\n                     - b.md\n')
  expect(err).toContain('Your site URL does not seem to be absolute')
})
