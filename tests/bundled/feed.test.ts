/** Where jekyll-feed stops the build, a sentence says which setting it is. */
import { expect, test } from 'vitest'
import { testSite } from '../../src/testing.ts'

test.each([
  ['true', "'feed' is true, not a hash."],
  ['{path: 3}', "'path' is 3, not a text."],
  ['{categories: cat}', "'categories' is cat, not a list."],
  ['{tags: {only: t1}}', "'tags: only' is t1, not a list."],
  ['{collections: {docs: null}}', "'collections: docs' is empty, not a hash."],
])('feed: %s', async (feed, message) => {
  const files = {
    '_config.yml': `plugins: [jekyll-feed]\nfeed: ${feed}\n`,
    '_posts/2020-01-01-a.md': '---\ntags: t1\n---\n',
  }
  await expect(testSite(files)).rejects.toThrow(message)
})
