/** `url` and `baseurl`. */
import { type Hash, rubyToS } from '../../base/index.ts'
import { textField } from '../hash-fields.ts'

export interface AddressSettings {
  /** as written; undefined where there is none */
  readonly url: string | undefined
  /** as written: slashes at its ends are the reader's business */
  readonly baseurl: string
}

export function addressSettings(data: Hash): AddressSettings {
  const url = data.get('url')
  return {
    url: url === null || url === undefined || url === '' ? undefined : rubyToS(url),
    baseurl: textField(data, 'baseurl', ''),
  }
}
