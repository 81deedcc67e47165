/**
 * An e-mail address that readers can use, without a script, and that harvesters who read the page as text do not see.
 * In the link every character is percent-encoded and then written as an entity; the text has entities and elements that
 * are not shown. Browsers and mail programs decode both.
 */

/** The value of `href`: `mailto:` and the address. */
export function emailHref(address: string): string {
  const encoded = [...new TextEncoder().encode(address)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
    .join('')
  return entities(`mailto:${encoded}`)
}

/** The address as HTML that reads as it. */
export function emailText(address: string): string {
  const [user = '', ...rest] = address.split('@')
  const domain = rest.join('@')
  const decoy = '<span hidden>.invalid</span>'
  return domain === '' ? entities(address) : `${entities(user)}${decoy}${entities(`@${domain}`)}`
}

function entities(text: string): string {
  let out = ''
  for (const [index, char] of [...text].entries()) {
    const code = char.codePointAt(0) as number
    out += index % 2 === 0 ? `&#${code};` : `&#x${code.toString(16)};`
  }
  return out
}
