/** `writing:` in the configuration: what of it a site does without. */
import {
  isTruthy,
  type PluginSettings,
  type Site,
  schema,
  settingsOf,
  type WrittenSyntax,
} from '../../plugin-api.ts'

const { flag, hash } = schema

/** What can be turned off, and what it is. */
const PARTS = {
  alerts: 'quotes that begin with [!NOTE], paragraphs and quotes with the class `note`, are callouts',
  fences: 'words behind the language of a fence are attributes of its code',
  tasks: 'the boxes of task lists have names',
} as const
type Part = keyof typeof PARTS

export const SETTINGS: PluginSettings = {
  config: {
    writing: hash(
      'the plugin `writing`',
      Object.fromEntries(Object.entries(PARTS).map(([name, what]) => [name, flag(what, { default: true })])),
    ),
  },
}

/** Whether the site has `part`: all of them, unless its settings say otherwise. */
export function isOn({ config }: Site, part: Part): boolean {
  const settings = settingsOf(config, 'writing')
  return !settings.has(part) || isTruthy(settings.get(part))
}

export function understoodBy(site: Site): readonly WrittenSyntax[] {
  return (['alerts', 'fences'] as const).filter((part) => isOn(site, part))
}
