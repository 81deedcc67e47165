/** What stops a build, with what was found before it. */
import { BuildError, type Diagnostic, exhausted } from '../base/index.ts'
import type { SiteSource } from './phases/build.ts'
import { withSettingPlace } from './setting-place.ts'
import { systemFault } from './system-fault.ts'

/** `error` with what was found before it; our own mistakes travel on as they are. */
export function asBuildError(
  error: unknown,
  before: readonly Diagnostic[],
  { config, configFiles }: Pick<SiteSource, 'config' | 'configFiles'>,
): unknown {
  if (error instanceof BuildError) {
    const all = [...new Set([...before, ...error.diagnostics])].map((each) =>
      withSettingPlace(each, config.source, configFiles),
    )
    const isError = (each: Diagnostic): boolean => each.severity === 'error'
    const ordered = [...all.filter((each) => !isError(each)), ...all.filter(isError)]
    return new BuildError(ordered, error.cause === undefined ? {} : { cause: error.cause })
  }
  const fault = systemFault(error, 'rb_sysopen') ?? lackOf(error)
  return fault === undefined ? error : new BuildError([...before, fault], { cause: error })
}

/** What ran out outside the rendering of a document, which names itself. */
function lackOf(error: unknown): Diagnostic | undefined {
  const lacking = exhausted(error)
  return (
    lacking && {
      code: 'build/exhausted',
      severity: 'error',
      message: lacking.message,
      help: lacking.help,
      trail: lacking.trail,
    }
  )
}
