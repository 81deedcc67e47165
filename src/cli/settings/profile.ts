/** `profile`: whether a build is measured, and where the result goes. */
import { isTruthy } from '../../base/index.ts'
import type { Config } from '../../site/index.ts'

interface ProfileSettings {
  readonly on: boolean
  /** the page to write, as written; undefined: tables are printed */
  readonly page: string | undefined
}

export function profileSettings({ data }: Config): ProfileSettings {
  const value = data.get('profile')
  return {
    on: isTruthy(value),
    page: typeof value === 'string' && value.endsWith('.html') ? value : undefined,
  }
}
