/** The network as `whirl check --external` asks it, with the answers kept in the cache directory. */
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { epochMilliseconds } from '../base/index.ts'
import { cacheDirectory, openInquirer, type ProxySettings, type Reach } from '../builder/index.ts'
import { type Answer, askAll, type Network } from '../check/index.ts'
import { keepOwn, openGate } from '../files/index.ts'
import type { Config } from '../site/index.ts'
import { VERSION } from './version.ts'

/** How this command asks. */
export interface Asking {
  readonly network: ProxySettings
  readonly reach: Reach
}

/** Asks for each address; answers of the last day are taken from the cache. */
export async function askNetwork(
  urls: readonly string[],
  config: Config,
  { network, reach }: Asking,
): Promise<ReadonlyMap<string, Answer>> {
  const directory = cacheDirectory(config)
  const file = directory === undefined ? undefined : path.join(directory, 'links.json')
  const inquirer = await openInquirer(network, reach)
  const asked: Network = {
    request: (url, method) => inquirer.ask(url, method, USER_AGENT),
    sleep: (milliseconds) => sleep(milliseconds),
    now: epochMilliseconds,
  }
  try {
    const answers = await askAll(urls, asked, file === undefined ? new Map() : kept(file))
    if (file !== undefined) keep(file, answers)
    return answers
  } finally {
    await inquirer.close()
  }
}

const USER_AGENT = `whirl-check/${VERSION} (link checker)`

function kept(file: string): ReadonlyMap<string, Answer> {
  try {
    const text = openGate('/').text(file) ?? '{}'
    return new Map(Object.entries(JSON.parse(text) as Record<string, Answer>))
  } catch {
    return new Map()
  }
}

/** Silence is not kept: the network may be back in a minute. */
function keep(file: string, answers: ReadonlyMap<string, Answer>): void {
  const lasting = [...answers].filter(([, answer]) => answer.status !== 0)
  keepOwn(file, JSON.stringify(Object.fromEntries(lasting)))
}
