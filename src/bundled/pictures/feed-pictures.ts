/** Feeds, and lists of posts as JSON, have pictures without the one for dark colours: a reader there has one scheme. */

/** In CDATA or as it is; escaped for XML; in JSON. Each stops at the end of its tag. */
const PAIRS = [
  /(<img\b[^<>]*?) dark="[^"<>]*"/g,
  /(&lt;img\b(?:(?!&lt;|&gt;)[^<>])*?) dark=&quot;(?:(?!&quot;)[^<>])*&quot;/g,
  /((?:<|\\u003c)img\b(?:(?!\\u003[ce])[^<>])*?) dark=\\"[^"<>\\]*\\"/g,
] as const

/** `output` without them; undefined where there are none. */
export function withoutPairs(output: string): string | undefined {
  if (!output.includes(' dark=')) return undefined
  let made = output
  for (const pair of PAIRS) made = made.replace(pair, '$1')
  return made === output ? undefined : made
}
