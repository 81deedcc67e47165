/** A `date` among the defaults of front matter: text or a time to Jekyll, which stops at a day. */
import { expect, test } from 'vitest'
import { testSite } from '../../src/testing.ts'

const dated = async (date: string) => {
  const { outputs, diagnostics } = await testSite({
    '_config.yml': `defaults: [{scope: {path: ""}, values: {date: ${date}}}]\n`,
    'p.html': '---\n---\n{{ page.date | date: "%F" }}',
  })
  return [String(outputs.get('p.html')), ...diagnostics.map(({ message }) => message)]
}

test('a day without quotes is taken, with a warning', async () => {
  expect(await dated('2020-01-02')).toEqual([
    '2020-01-02',
    'The date 2020-01-02 among the defaults is not text: Jekyll stops there.',
  ])
})

test.each(['"2020-01-02"', '2020-01-02 03:04:05'])('%s needs none', async (date) => {
  expect(await dated(date)).toEqual(['2020-01-02'])
})
