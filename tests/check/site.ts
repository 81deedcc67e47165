/** A built site in memory for the checks: files in, findings as `code message @place` out. */
import { type Value, zoneFor } from '../../src/base/index.ts'
import { buildTime, memoryOutput } from '../../src/builder/index.ts'
import { type BuiltSite, checkSite, placeOf, type SiteCheck } from '../../src/check/index.ts'
import { buildAndFinish } from '../../src/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'

export async function check(
  files: Readonly<Record<string, string>>,
  settings: readonly (readonly [string, Value])[] = [],
): Promise<SiteCheck> {
  return checkSite(await builtSite(files, settings))
}

export async function builtSite(
  files: Readonly<Record<string, string>>,
  settings: readonly (readonly [string, Value])[] = [],
): Promise<BuiltSite> {
  const options = { cwd: '/', zone: zoneFor('UTC') }
  const given = new Map<Value, Value>([['disable_disk_cache', true], ...settings])
  const { config } = configFrom(given, new Map<Value, Value>([['source', '/site']]), options)
  const output = memoryOutput()
  const { site } = await buildAndFinish({
    config,
    tree: memoryTree(new Map(Object.entries(files)), '/site'),
    time: buildTime('1800000000', options.zone),
    output,
  })
  const text = (path: string): string | undefined => files[path]
  return {
    site,
    outputs: output.contents,
    sourceText: (file) => text(file.path),
    bytesOf: (file) => {
      const content = text(file.path)
      return content === undefined ? undefined : new Uint8Array(Buffer.from(content, 'latin1'))
    },
  }
}

/** Each finding as one line. */
export async function findings(
  files: Readonly<Record<string, string>>,
  settings: readonly (readonly [string, Value])[] = [],
): Promise<string[]> {
  return (await check(files, settings)).findings.map((finding) => {
    const { file, line, column } = placeOf(finding)
    return `${finding.code.replace('check/', '')} ${file}${line === undefined ? '' : `:${line}:${column}`} ${finding.message} ${finding.help}`
  })
}

/** A whole page around `body`, with front matter. */
export function page(body: string, front = ''): string {
  return `---\ntitle: T\n${front}---\n<!doctype html>\n<html lang="en"><head><title>{{ page.title }}</title></head>\n<body>\n${body}\n</body></html>\n`
}
