/** What stops a build, with what was found before it. */
import { BuildError, type Diagnostic } from '../base/index.ts'
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
  const fault = systemFault(error, 'rb_sysopen')
  return fault === undefined ? error : new BuildError([...before, fault])
}
