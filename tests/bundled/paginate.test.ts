/** Which page is the template of jekyll-paginate's pages; the answers are Jekyll's with jekyll-paginate 1.1. */
import { expect, test } from 'vitest'
import { testSite } from '../../src/testing.ts'

const PAGE =
  '---\n---\n{{ page.url }} {{ paginator.page }}/{{ paginator.total_pages }} {{ paginator.previous_page_path }} {{ paginator.next_page_path }}'
const POSTS = Object.fromEntries([1, 2, 3].map((n) => [`_posts/2020-01-0${n}-p.md`, '---\n---\n']))

/** What the pages print on a site of `names`, paginated at `path`; those that have no paginator are left out. */
async function paginated(path: string, names: readonly string[]): Promise<readonly string[]> {
  const pages = Object.fromEntries(names.map((name) => [name, PAGE]))
  const config = `plugins: [jekyll-paginate]\npaginate: 2\npaginate_path: ${path}\n`
  const { outputs, diagnostics } = await testSite({ '_config.yml': config, ...POSTS, ...pages })
  return [
    ...diagnostics.map(({ message }) => message),
    ...[...outputs.values()].map(String).filter((text) => /\d\/\d/.test(text)),
  ]
}

test.each([
  ['/p:num', ['/ 1/2  /p2', '/p2/ 2/2 / ']],
  ['/blog/p:num/', ['/blog/ 1/2  /blog/p2/', '/blog/p2/ 2/2 /blog/ ']],
  ['/blog/deep/p:num', ['/blog/deep/ 1/2  /blog/deep/p2', '/blog/deep/p2/ 2/2 /blog/deep/ ']],
  ['/blog/deep/er/p:num', ['/blog/deep/ 1/2  /blog/deep/er/p2', '/blog/deep/er/p2/ 2/2 /blog/deep/ ']],
  ['/other/p:num', ['/ 1/2  /other/p2', '/other/p2/ 2/2 / ']],
  ['/blo/p:num', ['/ 1/2  /blo/p2', '/blo/p2/ 2/2 / ']],
])('pages at %s are made of the index nearest above them', async (path, expected) => {
  const names = ['index.html', 'blog/index.html', 'blog/deep/index.html']
  expect(await paginated(path, names)).toEqual(expected)
  expect(await paginated(path, names.toReversed())).toEqual(expected)
})

test('an index below where the pages go is not a template', async () => {
  expect(await paginated('/p:num', ['blog/index.html', 'blog/deep/index.html'])).toEqual([
    "Pagination is enabled, but I couldn't find an index.html page to use as the pagination template. Skipping pagination.",
  ])
})
