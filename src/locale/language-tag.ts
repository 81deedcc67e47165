/** Language tags as people write them, `pt-BR`, `en_US`, and what follows from one. */

/** Written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set('ar arc ckb dv fa he iw ks ps sd syr ug ur yi'.split(' '))
const SCRIPTS: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

/** Its usual form; undefined for what is no tag. */
export function languageTag(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** The language of a tag, without script and region. */
export function languageIn(tag: string): string {
  return new Intl.Locale(tag).language
}

export function directionOf(tag: string): 'ltr' | 'rtl' {
  const { language, script } = new Intl.Locale(tag)
  if (script !== undefined) return SCRIPTS.has(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr'
}

/** Chinese in traditional characters, which ours is not. */
export function isTraditional(tag: string): boolean {
  const { language, script, region } = new Intl.Locale(tag)
  return (
    language === 'zh' && (script === 'Hant' || (script === undefined && /^(?:TW|HK|MO)$/.test(region ?? '')))
  )
}
