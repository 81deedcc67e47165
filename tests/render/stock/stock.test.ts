/**
 * What Jekyll 4.4.1 with Liquid 4.0.4 and kramdown 2.5.2 prints otherwise than 4.3.1: small sites with its outputs,
 * recorded once (`compat: jekyll-4.4`).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { testSite } from '../../../src/testing.ts'

interface Recorded {
  readonly files: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
}

const STOCK = { config: { compat: 'jekyll-4.4' } }

describe.each(readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json')))('%s', (file) => {
  const { files, outputs } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Recorded
  test.each(Object.keys(outputs))('%s', async (path) => {
    const site = await testSite(files, STOCK)
    expect(site.output(path)).toBe(outputs[path])
  })
})

test.each(['mark_lines=1', 'mark_lines', 'linenos mark_lines=inline'])(
  'highlight ruby %s',
  async (options) => {
    const built = testSite(
      { 'index.html': `---\n---\n{% highlight ruby ${options} %}x{% endhighlight %}` },
      STOCK,
    )
    await expect(built).rejects.toThrow(
      'Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.',
    )
  },
)
