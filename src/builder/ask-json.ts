/**
 * Questions to a JSON API for plugins of sites that ask for it. A build is synchronous, so a second process asks, all
 * addresses at once. Answers are kept in the cache directory: younger than an hour they are taken as they are, older
 * ones when the network fails, so that no build fails for want of it.
 */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { execPath } from 'node:process'
import { epochMilliseconds, sha256 } from '../base/index.ts'
import { keepOwn, openGate } from '../files/index.ts'
import type { JsonAnswers, JsonQuestion } from '../plugins/index.ts'
import type { Config } from '../site/index.ts'
import { cacheDirectory } from './cache/cache-directory.ts'

const FRESH = 60 * 60 * 1000
const PATIENCE = 20_000
const LIMIT = 1 << 25

/** What the second process runs: a question on stdin, answers on stdout. `fetch` follows redirections by itself. */
const ASK = `
const { stdin, stdout } = require('node:process')
let text = ''
stdin.on('data', (part) => { text += part }).on('end', async () => {
  const { urls, headers } = JSON.parse(text)
  const signal = AbortSignal.timeout(${PATIENCE})
  const ask = async (url) => {
    try {
      const answer = await fetch(url, { headers, signal })
      return answer.ok ? [url, await answer.json()] : [url]
    } catch { return [] }
  }
  stdout.write(JSON.stringify(await Promise.all(urls.map(ask))))
})`

/** Asks for plugins of the site of `config`; undefined answers where neither the network nor the cache has any. */
export function askJson(config: Config): (question: JsonQuestion) => JsonAnswers | undefined {
  return (question) => {
    const directory = cacheDirectory(config)
    const name = `answers-${sha256(question.urls.join('\n')).slice(0, 32)}.json`
    const file = directory === undefined ? undefined : path.join(directory, 'plugins', name)
    const kept = file === undefined ? undefined : readAnswers(file)
    if (kept !== undefined && epochMilliseconds() - kept.at < FRESH) return kept.answers
    const asked = ask(question)
    if (asked === undefined) return kept?.answers
    if (file !== undefined) keepOwn(file, JSON.stringify([...asked]))
    return asked
  }
}

/** The answers by address; an address that has none (404) is absent. Undefined when the network gave nothing at all. */
function ask({ urls, headers }: JsonQuestion): JsonAnswers | undefined {
  try {
    const said = execFileSync(execPath, ['-e', ASK], {
      input: JSON.stringify({
        urls,
        headers: { accept: 'application/json', 'user-agent': 'whirl', ...headers },
      }),
      encoding: 'utf8',
      maxBuffer: LIMIT,
      timeout: PATIENCE * 2,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const rows = JSON.parse(said) as readonly (readonly [string?, unknown?])[]
    if (rows.every(([url]) => url === undefined)) return undefined
    return new Map(rows.flatMap(([url, answer]) => (answer === undefined || !url ? [] : [[url, answer]])))
  } catch {
    return undefined
  }
}

function readAnswers(file: string): { at: number; answers: JsonAnswers } | undefined {
  try {
    const { bytes, mtime } = openGate('/').read(file)
    const entries = JSON.parse(new TextDecoder().decode(bytes)) as readonly [string, unknown][]
    return { at: mtime, answers: new Map(entries) }
  } catch {
    return undefined
  }
}
