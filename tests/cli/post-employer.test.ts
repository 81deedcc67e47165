import { describe, expect, test } from 'vitest'
import { makeSite } from '../site-maker.ts'
import { run } from './run.ts'

const CONFIG = `plugins: [attribution]
employers:
  acme: { name: Acme, from: 2019-03, to: 2021-08 }
  bolt: { name: Bolt, from: 2021-09 }
  side: { name: Side, from: 2021-11, to: 2021-12 }
`

async function post(config: string, ...args: readonly string[]): Promise<string> {
  const { root: cwd, list, read } = makeSite({ '_config.yml': config })
  await run(args, {
    cwd,
    env: { TZ: 'UTC' },
    terminal: false,
    argv: [],
    color: false,
    out: () => {},
    err: () => {},
    untilStopped: async () => {},
    openInBrowser: () => {},
    detach: () => 0,
  })
  const directory = args[0] === 'draft' ? '_drafts/' : '_posts/'
  return read(list().find((name) => name.startsWith(directory)) ?? 'nothing was written')
}

describe('whirl post', () => {
  test.each([
    ['in a job', '2020-05-01', 'employer: acme\n'],
    ['on its last day', '2021-08-31', 'employer: acme\n'],
    ['on the first day of the next', '2021-09-01', 'employer: bolt\n'],
  ])('writes down the employer %s', async (_, date, line) => {
    expect(await post(CONFIG, 'post', 'Hello', '--date', date)).toContain(line)
  })

  test('writes down both of two jobs', async () => {
    expect(await post(CONFIG, 'post', 'Hello', '--date', '2021-11-05')).toMatch(
      /employer:\s*(?:\[bolt, side\]|\n- bolt\n- side)/,
    )
  })

  test('writes none where neither the site nor its theme uses the plugin', async () => {
    const bare = CONFIG.replace('plugins: [attribution]\n', '')
    expect(await post(bare, 'post', 'Hello', '--date', '2020-05-01')).not.toContain('employer')
    expect(await post(`theme: whirl\n${bare}`, 'post', 'Hello', '--date', '2020-05-01')).toContain(
      'employer: acme',
    )
  })

  test('writes none in a gap, for a draft, or where the site names no employer', async () => {
    expect(await post(CONFIG, 'post', 'Hello', '--date', '2018-01-01')).not.toContain('employer')
    expect(await post(CONFIG, 'draft', 'Hello')).not.toContain('employer')
    expect(await post('title: x\n', 'post', 'Hello', '--date', '2020-05-01')).not.toContain('employer')
  })
})
