/** Where `compat` stands in the configuration files: what is said of it names the place, however little is asked to be said. */
import type { Diagnostic } from '../base/index.ts'
import type { ChosenReference } from '../site/index.ts'
import { withPlaceInWords } from './setting-place.ts'

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
  const found = withPlaceInWords({ ...diagnostic, settings }, source, files)
  return { ...found, message: found.message + more }
}
