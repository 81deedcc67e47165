/** A build of which nothing is written to the destination: what `check` examines and `compare` compares. */
import path from 'node:path'
import { type Diagnostic, type Time, zoneFor } from '../base/index.ts'
import {
  buildAndFinish,
  buildTime,
  fileAccess,
  gitHistory,
  memoryOutput,
  type Setup,
  type SourceAccess,
  sourceTree,
} from '../builder/index.ts'
import { BUNDLED } from '../bundled/index.ts'
import type { BuiltSite } from '../check/index.ts'
import type { SiteFile } from '../site/index.ts'
import type { Host } from './host.ts'
import type { Report } from './report.ts'
import { VERSION } from './version.ts'

interface BuiltInMemory {
  readonly built: BuiltSite
  readonly files: SourceAccess
  readonly diagnostics: readonly Diagnostic[]
  readonly time: Time
}

/** Builds `setup`, with its plugins loaded. Rejects with a BuildError. */
export async function buildInMemory(
  { config, theme, plugins, gate }: Setup,
  host: Host,
  report: Report,
): Promise<BuiltInMemory> {
  const output = memoryOutput()
  const tree = sourceTree(config, undefined, gate)
  const time = buildTime(host.env.SOURCE_DATE_EPOCH, zoneFor(config.timezone))
  const { site, diagnostics } = await buildAndFinish({
    config,
    bundled: BUNDLED,
    ...(theme === undefined ? {} : { theme }),
    tree,
    time,
    output,
    ...(plugins === undefined ? {} : { plugins }),
    lastCommit: gitHistory(config, (message) => report.warn('Git:', message)),
    program: VERSION,
  })
  const files = fileAccess(theme === undefined ? [tree] : [tree, theme.tree], config)
  const bytesOf = (file: SiteFile): Uint8Array | undefined => files.readBytes(path.join(file.root, file.path))
  const sourceText = (file: SiteFile): string | undefined => {
    const bytes = file.root.startsWith('plugin:') ? undefined : bytesOf(file)
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
  }
  return { built: { site, outputs: output.contents, bytesOf, sourceText }, files, diagnostics, time }
}
