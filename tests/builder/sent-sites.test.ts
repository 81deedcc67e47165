/** Every fixture site, sent as to another thread between generating and rendering, comes out as it does without. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { BUNDLED } from '../../src/bundled/index.ts'
import {
  buildAndFinish,
  buildTime,
  decodeSite,
  definePlugin,
  encodeSite,
  loadSetup,
  memoryOutput,
  type Plugin,
  type Site,
  sourceTree,
  type Value,
  zoneFor,
} from '../../src/index.ts'
import { pluginsFor } from '../../src/plugins/index.ts'
import { fixtureAt } from '../parity/builders.mjs'

const sites = path.resolve(import.meta.dirname, '../sites')
const names = fs.readdirSync(sites, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))

const JOURNEYS: Readonly<Record<string, (site: Site) => Site>> = {
  structuredClone: (site) => decodeSite(structuredClone(encodeSite(site))),
  JSON: (site) => decodeSite(JSON.parse(JSON.stringify(encodeSite(site)))),
}

/** The flags that fixtures use, as settings. */
function overrides(args: readonly string[]): { settings: Map<Value, Value>; files?: readonly string[] } {
  const settings = new Map<Value, Value>()
  let files: readonly string[] | undefined
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--drafts') settings.set('show_drafts', true)
    else if (args[i] === '--future' || args[i] === '--unpublished') settings.set(args[i]!.slice(2), true)
    else if (args[i] === '--limit_posts') settings.set('limit_posts', Number(args[++i]))
    else if (args[i] === '--baseurl') settings.set('baseurl', args[++i]!)
    else if (args[i] === '--config') files = args[++i]!.split(',')
    else throw new Error(`${args[i]}: say in this test what it means`)
  }
  return { settings, ...(files === undefined ? {} : { files }) }
}

async function build(name: string, send?: (site: Site) => Site) {
  const { source, args, env } = fixtureAt(path.join(sites, name))
  const { settings, files } = overrides(args)
  const { config, theme, diagnostics } = loadSetup({
    cwd: source,
    overrides: settings.set('disable_disk_cache', true),
    files,
    environment: env.JEKYLL_ENV,
    variables: env,
    timezone: 'UTC',
    ignoreGemfile: true,
  })
  const sender: Plugin[] =
    send === undefined ? [] : [definePlugin({ name: 'sender', priority: 'lowest', generate: send })]
  const output = memoryOutput()
  const result = await buildAndFinish({
    config,
    ...(theme === undefined ? {} : { theme }),
    tree: sourceTree(config),
    time: buildTime('1767323045', zoneFor(config.timezone)),
    output,
    plugins: [...pluginsFor(config, { bundled: BUNDLED, theme: theme?.plugins ?? [] }), ...sender],
    askJson: () => undefined,
  })
  return { contents: output.contents, diagnostics: [...diagnostics, ...result.diagnostics] }
}

describe.each(Object.entries(JOURNEYS))('sent through %s', (journey, send) => {
  test.each(names)('%s', async (name) => {
    const at = await build(name)
    const sent = await build(name, send)
    expect([...sent.contents]).toEqual([...at.contents])
    expect(sent.diagnostics).toEqual(at.diagnostics)
    expect(at.contents.size, journey).toBeGreaterThan(0)
  })
})
