/** Code blocks that a plugin writes: in both kinds of Markdown, wherever Markdown is converted, and what may go wrong. */
import { expect, test } from 'vitest'
import { addPages, definePlugin, makePage, type Plugin } from '../../src/plugins/index.ts'
import { buildWith } from './site.ts'
import { complaint, siteOnDisk } from './site-on-disk.ts'

/** Writes what it is asked for. */
const shown = definePlugin({
  name: 'shown',
  codeBlocks: [
    {
      languages: ['Fig', 'chart'],
      render: (code, { language, attributes, path, document }) =>
        `<fig>${JSON.stringify([code, language, [...attributes], path, document?.url])}</fig>`,
    },
  ],
})

const built = (
  body: string,
  plugins: readonly Plugin[] = [shown],
  markdown = 'kramdown',
): string | undefined =>
  buildWith({ 'a.md': `---\n---\n${body}` }, plugins, [['markdown', markdown]]).output('a.html')

test('it gets the code, its language, its attributes and the page', () => {
  expect(built('```fig\n<a> {{ 1 | plus: 1 }}\n```\n{: #i .c key="v"}\n')).toBe(
    '<fig>["<a> 2\\n","fig",[["class","c"],["id","i"],["key","v"]],"a.md","/a.html"]</fig>\n',
  )
})

test('fences of both kinds, indented code with a language, lists, and languages in any case', () => {
  const block = '<fig>["x\\n","chart",[],"a.md","/a.html"]</fig>'
  expect(built('~~~ chart\nx\n~~~\n')).toBe(`${block}\n`)
  expect(built('    x\n{: .language-chart}\n')).toBe(`${block}\n`)
  expect(built('* a\n\n  ```chart\n  x\n  ```\n')).toContain(`\n    ${block}\n  </li>`)
  expect(built('```CHART?a=b\nx\n```\n')).toBe('<fig>["x\\n","CHART",[],"a.md","/a.html"]</fig>\n')
})

test.each(['CommonMark', 'CommonMarkGhPages'])('%s asks as well', (markdown) => {
  expect(built('one\n\n```fig more\n<a>\n```\n\ntwo\n', [shown], markdown)).toBe(
    '<p>one</p>\n<fig>["<a>\\n","fig",[],"a.md","/a.html"]</fig>\n<p>two</p>\n',
  )
  expect(built('- a\n\n      x\n', [shown], markdown)).not.toContain('<fig>')
})

test('other languages, code without one, code spans and the tag `highlight` are left alone', () => {
  const text =
    '```ruby\nx\n```\n\n    y\n\n`z`{:.language-fig}\n\n{% highlight fig %}\nw\n{% endhighlight %}\n'
  expect(built(text)).toBe(built(text, []))
})

test('what is undefined stays code, what is empty is gone', () => {
  const plugin = (render: () => string | undefined): Plugin =>
    definePlugin({ name: 'p', codeBlocks: [{ languages: ['fig'], render }] })
  const text = '```fig\nx\n```\n'
  for (const markdown of ['kramdown', 'CommonMark']) {
    expect(built(text, [plugin(() => undefined)], markdown)).toBe(built(text, [], markdown))
    expect(built(text, [plugin(() => '')], markdown)).toBe('')
  }
})

test('a filter asks too, and a generator', () => {
  const generating = definePlugin({
    name: 'generating',
    generate: (site, ctx) =>
      addPages(site, [
        makePage(site, {
          path: 'g.html',
          body: ctx.markdownify('```fig\nx\n```\n'),
          generatedBy: 'generating',
        }),
      ]),
  })
  const files = { 'b.html': '---\n---\n{{ page.text | markdownify }}{{ page.text | markdownify }}' }
  const site = buildWith(
    { 'b.html': files['b.html'].replace('---\n---', '---\ntext: "```fig\\nx\\n```"\n---') },
    [shown, generating],
  )
  const figure = '<fig>["x\\n","fig",[],"",null]</fig>\n'
  expect(site.output('b.html')).toBe(figure + figure)
  expect(site.output('g.html')).toBe(figure)
})

test('of two plugins with one language the later writes', () => {
  const other = definePlugin({
    name: 'other',
    codeBlocks: [{ languages: ['fig'], render: () => '<other>' }],
  })
  expect(built('```fig\nx\n```\n', [shown, other])).toBe('<other>\n')
})

const PAGE = '---\ntitle: x\n---\nline\n\n```fig\ncode\n```\n'
test.each([
  [
    'throws',
    "{ languages: ['fig'], render() {\n  throw new Error('no')\n} }",
    `The plugin 'a' failed: no

  _plugins/a.ts:2:3
    1 | export default { name: 'a', codeBlocks: [{ languages: ['fig'], render() {
  > 2 |   throw new Error('no')
      |   ^^^^^^^^^^^^^^^^^^^^^
  help: fix it, or take it out to build without it
  while: working on its code blocks in 'fig'
         at page.md:7
         rendering page.md
  code: plugins/failed`,
  ],
  [
    'returns something else than text',
    "{ languages: ['fig'], render: async () => '' }",
    `The plugin 'a' returned a promise from its code blocks in 'fig', not text.
  help: nothing here waits: do what takes time where the plugin is made, \`export default async () => definePlugin({ … })\`, or in \`finish\`
  while: defined in _plugins/a.ts
         at page.md:7
         rendering page.md
  code: plugins/bad-result`,
  ],
  [
    'names no languages',
    "{ languages: 'fig', render: () => '' }",
    `The plugin 'a': its \`codeBlocks\` has code blocks without their \`languages\`, a list of names: \`['mermaid']\`.
  help: docs/plugins.md has an example of each part
  while: defined in _plugins/a.ts
  code: plugins/bad-plugin`,
  ],
  [
    'has no `render`',
    "{ languages: ['fig', 'chart'] }",
    `The plugin 'a': its \`codeBlocks\` has the code blocks of 'fig', 'chart' without their \`render\`.
  help: docs/plugins.md has an example of each part
  while: defined in _plugins/a.ts
  code: plugins/bad-plugin`,
  ],
])('a plugin that %s is named', async (_, blocks, expected) => {
  const one = siteOnDisk({
    '_plugins/a.ts': `export default { name: 'a', codeBlocks: [${blocks}] }`,
    'page.md': PAGE,
  })
  const said = await complaint(() => one.build('page.html'))
  expect(said.slice(0, expected.length + 100)).toBe(expected)
})
