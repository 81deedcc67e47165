/** Questions to an API, of a server that is another process: a build waits for the answers. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Value, zoneFor } from '../../src/base/index.ts'
import { askJson } from '../../src/builder/ask-json.ts'
import { configFrom } from '../../src/site/index.ts'
import { siteForEachTest } from '../site-maker.ts'

const SERVER = `require('node:http').createServer((request, answer) => {
  const found = request.url === '/found'
  answer.writeHead(found ? 200 : 404, { 'content-type': 'application/json' })
  answer.end(JSON.stringify({ agent: request.headers['user-agent'], token: request.headers.authorization }))
}).listen(0, '127.0.0.1', function () { console.log(this.address().port) })`

let server: ChildProcess
let base: string
const site = siteForEachTest()

beforeEach(async () => {
  server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(server.stdout!, 'data')) as [Buffer]
  base = `http://127.0.0.1:${String(port).trim()}`
})
afterEach(() => {
  server.kill()
})

function asker(): ReturnType<typeof askJson> {
  const { config } = configFrom(new Map(), new Map<Value, Value>([['source', site.root]]), {
    cwd: '/',
    zone: zoneFor('UTC'),
  })
  return askJson(config)
}

test('answers come by address; what there is none of is absent', () => {
  const urls = [`${base}/found`, `${base}/lost`]
  const answers = asker()({ urls, headers: { authorization: 'Bearer x' } })
  expect([...(answers ?? [])]).toEqual([[urls[0], { agent: 'whirl', token: 'Bearer x' }]])
})

test('what was answered once is kept', async () => {
  const question = { urls: [`${base}/found`] }
  expect(asker()(question)?.size).toBe(1)
  server.kill()
  await once(server, 'exit')
  expect(asker()(question)?.size).toBe(1)
})

test('without an answer there is none', async () => {
  server.kill()
  await once(server, 'exit')
  expect(asker()({ urls: [`${base}/found`] })).toBeUndefined()
})
