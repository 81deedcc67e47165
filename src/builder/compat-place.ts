/** Where `compat` stands in the configuration files: what is said of it names the place, however little is asked to be said. */
import type { Diagnostic } from '../base/index.ts'
import type { ChosenReference } from '../site/index.ts'
import { withSettingPlace } from './setting-place.ts'

type Doubt = ChosenReference['diagnostics'][number]

/** `diagnostics` with those of `chosen` that are about `compat` as it stands in the last of `files` that has it. */
export function withCompatPlaces(
  diagnostics: readonly Diagnostic[],
  chosen: ChosenReference,
  files: readonly string[],
  source: string,
): readonly Diagnostic[] {
  const doubts = new Map<Diagnostic, Doubt>(chosen.diagnostics.map((each) => [each, each]))
  return diagnostics.map((each) => {
    const doubt = doubts.get(each)
    return doubt?.about === undefined ? each : placed(each, doubt.about, files, source)
  })
}

function placed(
  { help, ...diagnostic }: Diagnostic,
  word: string,
  files: readonly string[],
  source: string,
): Diagnostic {
  const more =
    help === undefined ? '' : `\n${help[0]!.toUpperCase()}${help.slice(1)}${/[?.]$/.test(help) ? '' : '.'}`
  const settings = [{ keys: [...new Set(['compat', word])] }, { keys: ['compat'] }]
  const found = withSettingPlace({ ...diagnostic, settings }, source, files)
  if (found.source === undefined || found.span === undefined)
    return { ...found, message: found.message + more }
  const { path, text } = found.source
  const above = text.slice(0, found.span.start).split('\n')
  const place = `${path}:${above.length}:${above.at(-1)!.length + 1}`
  return { ...found, message: `${found.message} (${place})${more}` }
}
