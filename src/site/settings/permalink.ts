/** `permalink`: the style of URLs, or a template. */
import type { Hash } from '../../base/index.ts'
import { textField } from '../hash-fields.ts'

export function permalinkSetting(data: Hash): string {
  return textField(data, 'permalink', 'date')
}
