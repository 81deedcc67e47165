/** A site in memory for plugins under test: files in, outputs out, through the real build. */

import { utcTime, type Value, zoneFor } from '../../src/base/index.ts'
import { type BuildResult, memoryOutput } from '../../src/builder/index.ts'
import { buildSite } from '../../src/index.ts'
import type { Plugin } from '../../src/plugins/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'

export interface Built {
  readonly result: BuildResult
  /** text of the file at a path of the destination */
  output(path: string): string | undefined
  readonly said: readonly string[]
}

/** Builds the site made of `files` with `plugins` (by default the bundled ones its configuration names). */
export function buildWith(
  files: Readonly<Record<string, string>>,
  plugins?: readonly Plugin[],
  settings: readonly (readonly [string, Value])[] = [],
): Built {
  const { config } = configFrom(
    new Map<Value, Value>(settings),
    new Map<Value, Value>([['source', '/site']]),
    {
      cwd: '/',
      zone: zoneFor('UTC'),
    },
  )
  const output = memoryOutput()
  const said: string[] = []
  const result = buildSite({
    config,
    tree: memoryTree(new Map(Object.entries(files)), '/site'),
    time: utcTime(2026, 1, 2),
    output,
    info: (topic, message) => said.push(`${topic} ${message}`),
    ...(plugins === undefined ? {} : { plugins }),
  })
  return { result, output: (path) => textOf(output.contents.get(path)), said }
}

function textOf(content: unknown): string | undefined {
  return typeof content === 'string' ? content : undefined
}
