/** @typedef {import('./builders.mjs').SweepSite} SweepSite */

/**
 * The smallest part of `site` found that still `differs`: without flags, files, lines and words that do not matter.
 * `differs` is asked at most `limit` times.
 * @param {SweepSite} site
 * @param {(site: SweepSite) => Promise<boolean>} differs
 * @returns {Promise<SweepSite>}
 */
export async function reduceSite(site, differs, limit = 250) {
  let asked = 0
  const stillDiffers = async (candidate) => asked++ < limit && (await differs(candidate))
  let best = site
  const shortenTexts = async (separator) => {
    for (const name of Object.keys(best.files)) {
      const withText = (parts) => ({ ...best, files: { ...best.files, [name]: parts.join(separator) } })
      const parts = await shorter(best.files[name].split(separator), (list) => stillDiffers(withText(list)))
      best = withText(parts)
    }
  }
  for (let before = ''; before !== JSON.stringify(best) && asked < limit; ) {
    before = JSON.stringify(best)
    const names = await shorter(Object.keys(best.files), (list) =>
      stillDiffers({ ...best, files: only(best.files, list) }),
    )
    best = { ...best, files: only(best.files, names) }
    const args = await shorter(pairsOf(best.args), (list) => stillDiffers({ ...best, args: list.flat() }))
    best = { ...best, args: args.flat() }
    await shortenTexts('\n')
  }
  await shortenTexts(' ')
  return best
}

/** `list` without what `holds` does not need: halves are tried before quarters, down to single ones. */
async function shorter(list, holds) {
  let kept = list
  for (let size = Math.ceil(list.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < kept.length; ) {
      const without = [...kept.slice(0, from), ...kept.slice(from + size)]
      if (await holds(without)) kept = without
      else from += size
    }
  return kept
}

/** Flags with their values. */
function pairsOf(args) {
  const pairs = []
  for (const arg of args)
    if (arg.startsWith('-') || pairs.length === 0) pairs.push([arg])
    else pairs.at(-1).push(arg)
  return pairs
}

const only = (files, names) => Object.fromEntries(names.map((name) => [name, files[name]]))
