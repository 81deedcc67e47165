/** Where jekyll-paginate-v2 stops the build, a sentence says which setting it is. */
import { expect, test } from 'vitest'
import { testSite } from '../../src/testing.ts'

const files = (pagination: string, config = '') => ({
  '_config.yml': `plugins: [jekyll-paginate-v2]\npagination: {enabled: true}\n${config}`,
  'index.html': `---\npagination: {enabled: true, ${pagination}}\n---\n`,
  '_posts/2020-01-01-a.md': '---\ntags: [2020]\nweight: 1\n---\n',
  '_posts/2020-01-02-b.md': '---\nweight: heavy\n---\n',
})

test.each([
  ['category: 2021', "'category' is 2021, not a text or a list."],
  ['collection: 3', "'collection' is 3, not the name of a collection."],
  ['per_page: 0', "'per_page' is 0, not a number above 0."],
  ['offset: true', "'offset' is true, not a number."],
  ['permalink: 3', "'permalink' is 3, not a text."],
  ['indexpage: ""', "'indexpage' is empty, not the name of a file."],
  ['per_page: 1, trail: true', "'trail' is true, not a hash of `before` and `after`."],
  ['per_page: 1, title: 3', "'title' is 3, not a text."],
  [
    'sort_field: weight',
    "'sort_field' is weight, which is of one kind in _posts/2020-01-02-b.md and of another in _posts/2020-01-01-a.md.",
  ],
  ['sort_field: "weight:x"', "'sort_field' asks for 'x' of 1 in _posts/2020-01-01-a.md."],
])('%s', async (pagination, message) => {
  await expect(testSite(files(pagination))).rejects.toThrow(message)
})

test.each([
  ['paginate: 3', 'The new jekyll-paginate-v2 and the old jekyll-paginate logic cannot both be configured'],
  ['autopages: {enabled: true}', "'tags' of _posts/2020-01-01-a.md has 2020, which is not a text."],
  [
    'autopages: {enabled: true, tags: {enabled: false}, collections: {layouts: one.html}}',
    "'layouts' is one.html, not a list of files.",
  ],
  ['autopages: 12', "'autopages' is 12, not a hash."],
  ['autopages: {enabled: true, tags: true}', "'tags' is true, not a hash, as `{enabled: false}`."],
])('%s in the configuration', async (config, message) => {
  await expect(testSite(files('', config))).rejects.toThrow(message)
})

test('a title and a trail of wrong kinds are not asked where there is one page', async () => {
  const { outputs } = await testSite(files('title: 3, trail: true'))
  expect([...outputs.keys()]).toContain('index.html')
})

test('`pagination` itself has to be a hash', async () => {
  const site = testSite({ '_config.yml': 'plugins: [jekyll-paginate-v2]\npagination: foo\n' })
  await expect(site).rejects.toThrow("'pagination' is foo, not a hash.")
})

test('what jekyll-paginate is told, this plugin no longer takes', async () => {
  const site = testSite({ '_config.yml': 'plugins: [jekyll-paginate-v2]\npaginate: 3\n' })
  await expect(site).rejects.toThrow('Legacy jekyll-paginate configuration compatibility mode has expired.')
})

test('a site without a page to paginate is told so', async () => {
  const site = await testSite({
    '_config.yml': 'plugins: [jekyll-paginate-v2]\npagination: {enabled: true}\n',
  })
  expect(site.diagnostics.map(({ code }) => code)).toEqual(['paginate-v2/no-page'])
  expect(site.log).toContain('Pagination: Complete, processed pagination page(s)')
})
