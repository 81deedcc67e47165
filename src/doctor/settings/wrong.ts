/** What is wrong under the keys that are ours alone, `whirl:` and `check:`, by their schemas. */
import { type Diagnostic, nearest } from '../../base/index.ts'
import { withPlaceInWords } from '../../builder/index.ts'
import { configSchema, type PluginSettings, type SettingFault, settingFaults } from '../../schema/index.ts'
import type { Config, Site } from '../../site/index.ts'
import { isUsedIn } from '../used-settings.ts'
import { unreadSetting } from './misspelt.ts'

/**
 * A note for each fault in the settings of `site`, whose `config` stands in `files` and whose plugins read `plugins`. A
 * key that a template of the site's own reads is the site's.
 */
export function wrongSettings(
  config: Config,
  plugins: readonly PluginSettings[],
  site: Site,
  files: readonly string[],
): readonly Diagnostic[] {
  const faults = settingFaults(config.data, configSchema(plugins).properties)
  if (faults.length === 0) return []
  const isUsed = isUsedIn(site, ({ origin }) => origin === 'site')
  return faults
    .filter(({ keys, what }) => what.kind !== 'unknown' || !isUsed(keys.at(-1)!))
    .map((fault) => withPlaceInWords(diagnosticOf(fault), config.source, files))
}

function diagnosticOf({ keys, what }: SettingFault): Diagnostic {
  if (what.kind === 'unknown') {
    const meant = nearest(keys.at(-1)!, what.known)
    return unreadSetting(
      keys,
      meant === undefined ? `what is read there is ${what.known.join(', ')}.` : `did you mean \`${meant}\`?`,
    )
  }
  const name = `\`${keys.join(': ')}\``
  return {
    code: 'slips/wrong-setting',
    severity: 'warning',
    topic: 'Settings:',
    message:
      what.kind === 'wrong'
        ? `${name} is ${what.is}, and is left out: write ${what.wanted}.`
        : `${what.isItem ? `An item of ${name}` : name} has no \`${what.key}\`, and is left out: write it.`,
    settings: [{ keys }],
    trail: [],
  }
}
