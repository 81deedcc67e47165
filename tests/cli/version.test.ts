import { expect, test } from 'vitest'
import { REFERENCES } from '../../src/base/index.ts'
import { runIn } from './host.ts'

test('--version --verbose names the engines and every reference', async () => {
  const { code, out, err } = await runIn('/', ['--version', '--verbose'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^whirl \S+\nbuild \S+\n/)
  expect(out).toContain('  Rouge 3.26, 3.30, 4.1, 4.5, 4.7, 5.1\n')
  for (const [name, { gems }] of Object.entries(REFERENCES))
    expect(out).toContain(`  ${name}: Jekyll ${gems.jekyll}, `)
  expect((await runIn('/', ['-v', '-V'])).out).toBe(out)
})
