/** What the configuration says of the theme. */
import type { Value } from '../../base/index.ts'
import type { Config } from '../../site/index.ts'

interface ThemeSettings {
  /** `theme`, as written: a gem's name, nil or false; anything else is reported */
  readonly name: Value
  /** `theme_dir`: absolute or relative to the source */
  readonly directory: string | undefined
  /** `remote_theme`, which counts with its plugin only */
  readonly remote: string | undefined
  /** whether the theme's own configuration is left out */
  readonly ignoresConfig: boolean
  /** whether nothing may be fetched */
  readonly offline: boolean
  /** `gem_source`: the registry to ask */
  readonly registry: string | undefined
}

export function themeSettings({ data }: Config): ThemeSettings {
  const name = data.get('theme')
  return {
    name: name === undefined ? null : name,
    directory: text(data.get('theme_dir')),
    remote: text(data.get('remote_theme')),
    ignoresConfig: data.get('ignore_theme_config') === true,
    offline: data.get('offline') === true,
    registry: text(data.get('gem_source')),
  }
}

function text(value: Value): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
