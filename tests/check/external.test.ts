import { describe, expect, test } from 'vitest'
import { type Answer, askAll, faultOf, type Network } from '../../src/check/index.ts'

type Reply = { status: number; location?: string; retryAfter?: number } | Error

/** A network of written answers; tells what it was asked. */
function networkOf(replies: Readonly<Record<string, Reply | readonly Reply[]>>) {
  const asked: string[] = []
  const slept: number[] = []
  const queues = new Map(
    Object.entries(replies).map(([key, value]) => [key, Array.isArray(value) ? [...value] : [value]]),
  )
  const network: Network = {
    request: async (url, method) => {
      asked.push(`${method} ${url}`)
      const queue = (queues.get(`${method} ${url}`) ?? queues.get(url) ?? [{ status: 200 }]) as Reply[]
      const reply = queue.length > 1 ? queue.shift() : queue[0]
      if (reply instanceof Error) throw reply
      return reply as Exclude<Reply, Error>
    },
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
    },
    now: () => 1_000_000_000,
  }
  return { network, asked, slept }
}

const only = async (
  url: string,
  replies: Readonly<Record<string, Reply | readonly Reply[]>>,
): Promise<Answer> => (await askAll([url], networkOf(replies).network)).get(url) as Answer

const URL_A = 'https://a.example/'

describe('asking', () => {
  test('HEAD, and GET where that is refused', async () => {
    const { network, asked } = networkOf({ 'HEAD https://a.example/': { status: 405 } })
    expect((await askAll([URL_A], network)).get(URL_A)?.status).toBe(200)
    expect(asked).toEqual(['HEAD https://a.example/', 'GET https://a.example/'])
  })

  test('one host is asked with pauses, answers of the last day not at all', async () => {
    const { network, asked, slept } = networkOf({})
    const kept = new Map<string, Answer>([
      ['https://a.example/3', { status: 404, asked: 1_000_000_000 - 1000 }],
      ['https://a.example/4', { status: 404, asked: 0 }],
    ])
    const answers = await askAll(
      ['1', '2', '3', '4'].map((n) => URL_A + n),
      network,
      kept,
    )
    expect([...answers].map(([url, { status }]) => url.at(-1) + String(status)).sort()).toEqual([
      '1200',
      '2200',
      '3404',
      '4200',
    ])
    expect(asked).toHaveLength(3)
    expect(slept).toEqual([250, 250])
  })

  test('waits when asked to, once, and not for ever', async () => {
    const first = networkOf({ 'HEAD https://a.example/': [{ status: 429, retryAfter: 3 }, { status: 200 }] })
    expect((await askAll([URL_A], first.network)).get(URL_A)?.status).toBe(200)
    expect(first.slept).toEqual([3000])
    expect((await only(URL_A, { [URL_A]: { status: 429, retryAfter: 9000 } })).status).toBe(429)
  })

  test('a lost connection is tried again', async () => {
    expect((await only(URL_A, { [URL_A]: [new Error('reset'), { status: 200 }] })).status).toBe(200)
    expect(await only(URL_A, { [URL_A]: new Error('no such host') })).toMatchObject({
      status: 0,
      reason: 'no such host',
    })
  })

  test('redirects: for good, for now, in a circle', async () => {
    expect(await only(URL_A, { [URL_A]: { status: 301, location: '/new' } })).toMatchObject({
      status: 200,
      moved: 'https://a.example/new',
    })
    expect((await only(URL_A, { [URL_A]: { status: 302, location: '/new' } })).moved).toBeUndefined()
    expect((await only(URL_A, { [URL_A]: { status: 301, location: '/' } })).reason).toBe(
      'it redirects in a circle',
    )
  })
})

describe('judging', () => {
  test.each([
    [{ status: 200 }, undefined],
    [{ status: 403 }, undefined],
    [{ status: 429 }, undefined],
    [{ status: 404 }, 'check/external-link'],
    [{ status: 500 }, 'check/external-link'],
    [{ status: 0, reason: 'x' }, 'check/external-link'],
    [{ status: 200, moved: 'https://b.example/' }, 'check/moved-link'],
  ])('%j', (answer, code) => {
    expect(faultOf(URL_A, { ...answer, asked: 0 })?.code).toBe(code)
  })
})
