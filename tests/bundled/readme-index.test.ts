/** jekyll-readme-index where Ruby's plugin stops the build. */
import { expect, test } from 'vitest'
import { testSite } from '../../src/testing.ts'

test('an expression that cannot be read stops the build, and says which', async () => {
  const site = testSite({
    '_config.yml': 'plugins: [jekyll-readme-index]\nreadme_index: {readme_pattern: "("}\n',
    'README.md': '# r\n',
  })
  await expect(site).rejects.toThrow(
    "'readme_pattern' is not a regular expression: /(/im: Unterminated group.",
  )
})
