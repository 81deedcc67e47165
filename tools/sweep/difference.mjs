/** @typedef {import('./builders.mjs').Built} Built */
/**
 * @typedef {object} Difference
 * @property {string} kind what stays the same while a site is reduced: `stops`, `builds`, `missing`, `extra`, `text .html`
 * @property {string} what for people
 */

/** Source maps: their bytes come from the Sass library. */
const UNREAD = /\.map$/

/**
 * How Whirl's build differs from the reference's; undefined when it does not. Where the reference stops, Whirl stops
 * too, or builds and warns.
 * @param {Built} reference @param {Built} whirl
 * @param {readonly string[]} args flags; with `--trace` a stack trace is what was asked for
 * @returns {Difference | undefined}
 */
export function differenceOf(reference, whirl, args = []) {
  if (!args.includes('--trace') && /^\s+at .+:\d+:\d+\)?$/m.test(whirl.said))
    return { kind: 'trace', what: whirl.said.slice(0, 600) }
  if (whirl.status === -1) return { kind: 'hangs', what: 'does not end' }
  if (reference.status !== 0) {
    if (whirl.status !== 0 || whirl.warned !== '') return undefined
    return {
      kind: 'builds',
      what: `builds without a word where the reference stops: ${firstError(reference.said)}`,
    }
  }
  if (whirl.status !== 0)
    return { kind: 'stops', what: `stops where the reference builds: ${firstError(whirl.said)}` }
  const names = [...new Set([...reference.files.keys(), ...whirl.files.keys()])].filter(
    (name) => !UNREAD.test(name),
  )
  for (const name of names.sort()) {
    const [theirs, ours] = [reference.files.get(name), whirl.files.get(name)]
    if (ours === undefined) return { kind: 'missing', what: `${name} is missing` }
    if (theirs === undefined) return { kind: 'extra', what: `${name} is not in the reference's site` }
    if (!theirs.equals(ours))
      return {
        kind: `text ${/\.\w+$/.exec(name)?.[0] ?? ''}`,
        what: `${name} differs\n${firstLines(theirs.toString(), ours.toString())}`,
      }
  }
  return undefined
}

/** The first line that differs, of both. */
function firstLines(theirs, ours) {
  const [a, b] = [theirs.split('\n'), ours.split('\n')]
  const at = a.findIndex((line, index) => line !== b[index])
  const line = (lines) => JSON.stringify(lines[at < 0 ? a.length : at]?.slice(0, 300) ?? null)
  return `  reference ${line(a)}\n  whirl     ${line(b)}`
}

function firstError(said) {
  const lines = said.replace(/\u001b\[[\d;]*m/g, '').split('\n')
  const at = lines.findIndex((line) => /error|exception|undefined|invalid|stops?\b/i.test(line))
  return lines
    .slice(Math.max(at, 0), Math.max(at, 0) + 2)
    .join(' ')
    .trim()
    .slice(0, 300)
}
