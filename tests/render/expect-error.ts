import { expect } from 'vitest'

/** The errors that have other words here, and why. Where the log is Jekyll's all the same, it is compared besides. */
const OWN_WORDS: readonly { readonly jekylls: RegExp; readonly ours: RegExp; readonly why: string }[] = [
  {
    jekylls: /^Error: .*\n {8}on line \d+:\d+ of /,
    ours: /^Conversion error: Jekyll::Converters::Scss encountered an error while converting /,
    why: 'what Sass says of a mistake is libsass’s there and Dart Sass’s here; both say which file it is in',
  },
]

/**
 * What stopped us says what stopped Jekyll: the message of its error stands in ours, which names the place too.
 * Jekyll's log, which ours follows, has one space where the message has several or line breaks.
 */
export function expectError(ours: string | undefined, jekylls: string | undefined): void {
  if (jekylls === undefined) {
    expect(ours).toBeUndefined()
    return
  }
  const own = OWN_WORDS.find((each) => each.jekylls.test(jekylls))
  if (own !== undefined) expect(ours, own.why).toMatch(own.ours)
  else expect(squeezed(ours ?? 'nothing stopped the build')).toContain(squeezed(jekylls))
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
