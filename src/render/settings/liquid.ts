/** `liquid`: how templates are read, and what is a fault in them. */
import { type Hash, isHash, isTruthy } from '../../base/index.ts'

export interface LiquidSettings {
  readonly errorMode: 'lax' | 'warn' | 'strict'
  readonly strictVariables: boolean
  readonly strictFilters: boolean
}

export function liquidSettings(data: Hash): LiquidSettings {
  const given = data.get('liquid')
  const liquid: Hash = isHash(given) ? given : new Map()
  const mode = liquid.get('error_mode')
  return {
    errorMode: mode === 'lax' || mode === 'strict' ? mode : 'warn',
    strictVariables: isTruthy(liquid.get('strict_variables')),
    strictFilters: isTruthy(liquid.get('strict_filters')),
  }
}
