/** Plugins that fail or return rubbish: named, with what they were working on and the place in their own file. */
import { expect, test } from 'vitest'
import { complaint, siteOnDisk } from './site-on-disk.ts'

type Case = readonly [name: string, plugin: string, page: string, expected: string]
const PAGE = '---\ntitle: x\n---\nline\n'

test.each<Case>([
  [
    'a tag that throws',
    "{ tags: [{ name: 't', parse: (m: string) => m, render() {\n  throw new Error('no')\n} }] }",
    `${PAGE}{% t %}`,
    `The plugin 'a' failed: no

  _plugins/a.ts:2:3
    1 | export default { name: 'a', ...{ tags: [{ name: 't', parse: (m: string) => m, render() {
  > 2 |   throw new Error('no')
      |   ^^^^^^^^^^^^^^^^^^^^^
  help: fix it, or take it out to build without it
  while: working on its tag 't'
         at page.html:5
         rendering page.html
  code: plugins/failed`,
  ],
  [
    'a tag that cannot make sense of its markup',
    "{ tags: [{ name: 't', render: () => '', parse(m: string) {\n  return m.nothing.here\n} }] }",
    `${PAGE}{% t x %}`,
    `The plugin 'a' failed: Cannot read properties of undefined (reading 'here')

  _plugins/a.ts:2:3
    1 | export default { name: 'a', ...{ tags: [{ name: 't', render: () => '', parse(m: string) {
  > 2 |   return m.nothing.here
      |   ^^^^^^^^^^^^^^^^^^^^^
  help: fix it, or take it out to build without it
  while: working on its tag 't'
         at page.html:5
         rendering page.html
  code: plugins/failed`,
  ],
  [
    'a tag in an include that returns nothing',
    "{ tags: [{ name: 't', parse: () => 0, render: () => undefined }] }",
    `${PAGE}{% include i.html %}`,
    `The plugin 'a' returned undefined from its tag 't', not text.
  help: return '' to print nothing
  while: defined in _plugins/a.ts
         at _includes/i.html:2
         included from page.html:5
         rendering page.html
  code: plugins/bad-result`,
  ],
  [
    'a filter that throws',
    '{ filters: { f: { min: 0, max: 0, run(_: unknown, x: any) {\n  return x.nope()\n} } } }',
    `${PAGE}{{ 5 | f }}`,
    `The plugin 'a' failed: x.nope is not a function

  _plugins/a.ts:2:3
    1 | export default { name: 'a', ...{ filters: { f: { min: 0, max: 0, run(_: unknown, x: any) {
  > 2 |   return x.nope()
      |   ^^^^^^^^^^^^^^^
  help: fix it, or take it out to build without it
  while: working on its filter 'f'
         at page.html:5
         rendering page.html
  code: plugins/failed`,
  ],
  [
    'a filter that is asynchronous',
    '{ filters: { f: { min: 0, max: 0, run: async () => 1 } } }',
    `${PAGE}{{ 5 | f }}`,
    `The plugin 'a' returned a promise from its filter 'f', not a value.
  help: nothing here waits: do what takes time where the plugin is made, \`export default async () => definePlugin({ … })\`, or in \`finish\`
  while: defined in _plugins/a.ts
         at page.html:5
         rendering page.html
  code: plugins/bad-result`,
  ],
  [
    'a field that throws',
    "{ fields: () => ({ document: { f: () => {\n  throw new Error('no')\n} } }) }",
    `${PAGE}{{ page.f }}`,
    `The plugin 'a' failed: no

  _plugins/a.ts:2:3
    1 | export default { name: 'a', ...{ fields: () => ({ document: { f: () => {
  > 2 |   throw new Error('no')
      |   ^^^^^^^^^^^^^^^^^^^^^
  help: fix it, or take it out to build without it
  while: working on its field 'page.f'
         at page.html:5
         rendering page.html
  code: plugins/failed`,
  ],
  [
    'fields that are no functions',
    '{ fields: () => ({ site: { f: 5 } }) }',
    PAGE,
    `The plugin 'a' returned number from fields as 'f', not a function.
  help: write it so that it is asked for when a template wants it: \`f: () => …\`
  while: defined in _plugins/a.ts
  code: plugins/bad-result`,
  ],
  [
    'a hook that throws',
    "{ hooks: { 'pages:post_render': (_: unknown, output: any) => {\n  return output.nope()\n} } }",
    PAGE,
    `The plugin 'a' failed: output.nope is not a function

  _plugins/a.ts:2:3
    1 | export default { name: 'a', ...{ hooks: { 'pages:post_render': (_: unknown, output: any) => {
  > 2 |   return output.nope()
      |   ^^^^^^^^^^^^^^^^^^^^
  help: fix it, or take it out to build without it
  while: working on pages:post_render of page.html
         rendering page.html
  code: plugins/failed`,
  ],
  [
    'a hook that returns another page than it was given',
    "{ hooks: { 'pages:post_init': () => ({ title: 'x' }) } }",
    PAGE,
    `The plugin 'a' returned an object from its pages:post_init hook, not the page it was given.
  help: return a copy with the changes, such as \`withFrontMatter(doc, { … })\`, or nothing
  while: working on page.html
         defined in _plugins/a.ts
  code: plugins/bad-result`,
  ],
  [
    'a match that throws',
    "{ hooks: { 'pages:post_render': { match: (doc: any) => doc.no.thing, run: () => '' } } }",
    PAGE,
    `The plugin 'a' failed: Cannot read properties of undefined (reading 'thing')

  _plugins/a.ts:1:1
  > 1 | export default { name: 'a', ...{ hooks: { 'pages:post_render': { match: (doc: any) => doc.no.thing, …
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: fix it, or take it out to build without it
  while: working on the match of pages:post_render, page.html
         rendering page.html
  code: plugins/failed`,
  ],
  [
    'variables that are none',
    "{ hooks: { 'pages:pre_render': () => 'x' } }",
    PAGE,
    `The plugin 'a' returned string from its pages:pre_render hook, not variables.
  help: return an object, \`{ note: … }\`, or nothing
  while: working on page.html
         defined in _plugins/a.ts
         rendering page.html
  code: plugins/bad-result`,
  ],
  [
    'a generator that is asynchronous',
    '{ generate: async (site: unknown) => site }',
    PAGE,
    `The plugin 'a' returned a promise from its generator, not a site.
  help: nothing here waits: do what takes time where the plugin is made, \`export default async () => definePlugin({ … })\`, or in \`finish\`
  while: defined in _plugins/a.ts
  code: plugins/bad-result`,
  ],
  [
    'a generator that returns nothing',
    '{ generate() {} }',
    PAGE,
    `The plugin 'a' returned undefined from its generator, not a site.
  help: return the site it was given, or what \`addPages\` makes of it
  while: defined in _plugins/a.ts
  code: plugins/bad-result`,
  ],
  [
    'a generator that adds what is not a page',
    "{ generate: (site: any) => ({ ...site, pages: [...site.pages, { url: '/x' }] }) }",
    PAGE,
    `The plugin 'a' returned a site from its generator that has a page without its \`file\` ().
  help: make pages with \`makePage\` and hashes with \`toValue\`
  while: defined in _plugins/a.ts
  code: plugins/bad-result`,
  ],
  [
    'a generator whose pages are made by hand, without what their URL follows from',
    '{ generate: (site: any) => ({ ...site, pages: site.pages.map(({ home, ...page }: any) => page) }) }',
    PAGE,
    `The plugin 'a' returned a site from its generator that has the page page.html without its \`home\`.
  help: make pages with \`makePage\` and hashes with \`toValue\`
  while: defined in _plugins/a.ts
  code: plugins/bad-result`,
  ],
  [
    'a generator whose pages have data that is not a hash',
    '{ generate: (site: any) => ({ ...site, pages: site.pages.map((page: any) => ({ ...page, data: { a: 1 } })) }) }',
    PAGE,
    `The plugin 'a' returned a site from its generator that has the page page.html with \`data\` that is not a hash.
  help: make pages with \`makePage\` and hashes with \`toValue\`
  while: defined in _plugins/a.ts
  code: plugins/bad-result`,
  ],
  [
    'a generator that calls itself without end',
    '{ generate: (site: any) => (function f(n: number): number { return f(n + 1) + 1 })(1) }',
    PAGE,
    `The plugin 'a' failed: Maximum call stack size exceeded`,
  ],
  [
    'a plugin that throws no error',
    "{ generate: () => { throw 'only text' } }",
    PAGE,
    `The plugin 'a' failed: only text
  help: fix it, or take it out to build without it
  while: working on its generator
  code: plugins/failed`,
  ],
  [
    'a finish that fails',
    "{ finish: async () => {\n  throw new Error('no')\n} }",
    PAGE,
    `The plugin 'a' failed: no

  _plugins/a.ts:2:3
    1 | export default { name: 'a', ...{ finish: async () => {
  > 2 |   throw new Error('no')
      |   ^^^^^^^^^^^^^^^^^^^^^
  help: fix it, or take it out to build without it
  while: working on finishing the site
  code: plugins/failed`,
  ],
  [
    'a converter that refuses its text, in Jekyll’s words',
    "{ converters: [{ name: 'Up', priority: 0, matches: (e: string) => e === '.html', outputExt: (e: string) => e,\n  convert() { throw new Error('bad text') } }] }",
    PAGE,
    `Conversion error: Up encountered an error while converting 'page.html':
bad text
  while: converting page.html
         rendering page.html
  code: render/conversion`,
  ],
  [
    'a converter that returns no text',
    "{ converters: [{ name: 'Up', priority: 0, matches: (e: string) => e === '.html', outputExt: (e: string) => e, convert: () => 5 }] }",
    PAGE,
    `The plugin 'a' returned number from \`convert\` of the converter Up, not text.
  help: return the converted text
  while: defined in _plugins/a.ts
         rendering page.html
  code: plugins/bad-result`,
  ],
  [
    'a converter that does not know what it takes',
    "{ converters: [{ name: 'Up', priority: 0, matches: () => 'x', outputExt: (e: string) => e, convert: () => 5 }] }",
    PAGE,
    `The plugin 'a' returned string from \`matches\` of the converter Up, not true or false.
  help: compare the extension, which has its dot: \`ext === '.txt'\`
  while: defined in _plugins/a.ts
  code: plugins/bad-result`,
  ],
])('%s', async (_, plugin, page, expected) => {
  const one = siteOnDisk({
    '_plugins/a.ts': `export default { name: 'a', ...${plugin} }`,
    '_includes/i.html': 'x\n{% t %}',
    'page.html': page,
  })
  const said = await complaint(() => one.build('page.html'))
  expect(said.slice(0, expected.length + (expected.includes('code:') ? 100 : 0))).toBe(expected)
})

test.each<readonly [string, string, string, string]>([
  [
    'ctx.fail in a tag',
    "{ tags: [{ name: 't', parse: () => 0, render: (_: unknown, ctx: any) => ctx.fail('not today') }] }",
    `${PAGE}{% t %}`,
    'Liquid Exception: Liquid error (line 2): not today in page.html',
  ],
  [
    'site.fail in a tag, with advice',
    "{ tags: [{ name: 't', parse: (_: string, site: any) => site.fail('no such kind', 'take another'), render: () => '' }] }",
    `${PAGE}{% t %}`,
    'Liquid Exception: Liquid syntax error (line 2): no such kind in page.html',
  ],
  [
    'an error of Jekyll’s own in the body of a block',
    "{ tags: [{ name: 't', body: 'block', parse: () => 0, render: (_: unknown, __: unknown, body: any) => body() }] }",
    `${PAGE}{% t %}{% include nothing.html %}{% endt %}`,
    "Liquid Exception: Could not locate the included file 'nothing.html'",
  ],
  [
    'a bad argument in a filter that is called from a tag',
    `{ tags: [{ name: 't', parse: () => 0, render: (_: unknown, ctx: any) =>
      ctx.registers.services.filter(ctx, 'date_to_string', 'x') }] }`,
    `${PAGE}{% t %}`,
    'Liquid Exception: ',
  ],
])('%s stays what it is', async (_, plugin, page, expected) => {
  const one = siteOnDisk({ '_plugins/a.ts': `export default { name: 'a', ...${plugin} }`, 'page.html': page })
  expect(await complaint(() => one.build('page.html'))).toContain(expected)
})

test('a plugin may be an object of a class', async () => {
  const one = siteOnDisk({
    '_plugins/a.ts': `
      class Counting {
        readonly name = 'counting'
        #pages = 0
        hooks = { 'pages:post_render': (_: unknown, output: string) => \`\${output}\${++this.#pages}\` }
        generate(site: unknown) {
          this.#pages = 10
          return site
        }
      }
      export default new Counting()`,
    'page.html': '---\n---\n',
  })
  expect((await one.build('page.html')).output).toBe('11')
})
