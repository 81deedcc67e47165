import fs from 'node:fs'
import path from 'node:path'
import { openBuilders } from './builders.mjs'
import { differenceOf } from './difference.mjs'
import { randomOf } from './random.mjs'
import { reduceSite } from './reduce.mjs'
import { makeSite } from './site.mjs'

/** A site's number in a seed's row makes its own chance, so that one can be made alone. */
const SITES_OF_A_SEED = 1_000_003

/** The site number `index` of `seed`. */
export const siteOf = (seed, index) => makeSite(randomOf(seed * SITES_OF_A_SEED + index))

/**
 * Tries `sites` random sites and says what differs.
 * @param {{ sites: number, seed: number, from: number, only?: readonly number[], reference: string, reduce: number, keep?: string, say: (line: string) => void }} options
 * @returns {Promise<{ tried: number, equal: number }>}
 */
export async function sweep({ sites, seed, from, only, reference, reduce, keep, say }) {
  const builders = await openBuilders(reference)
  const difference = async (site) => {
    const built = await builders.both(site)
    return { ...built, found: differenceOf(built.reference, built.whirl, site.args) }
  }
  const numbers = only ?? Array.from({ length: sites }, (_, index) => from + index)
  const seen = new Set()
  let [equal, stopped, reduced] = [0, 0, 0]
  try {
    for (const index of numbers) {
      const site = siteOf(seed, index)
      const first = await difference(site)
      if (first.reference.status !== 0) stopped++
      if (first.found === undefined) {
        equal++
        continue
      }
      if (reduced++ >= reduce) {
        say(`site ${index}: ${first.found.what}`)
        continue
      }
      const { kind } = first.found
      const small = await reduceSite(site, async (one) => (await difference(one)).found?.kind === kind)
      const last = await difference(small)
      const text = inOneText(small)
      if (seen.has(text)) say(`site ${index}: as before`)
      else say(`site ${index}: ${last.found?.what}\n${text.replace(/^/gm, '    ')}`)
      seen.add(text)
      if (keep !== undefined) write(path.join(keep, `${seed}-${index}`), small, last)
    }
  } finally {
    builders.close()
  }
  say(
    `sweep: ${equal} of ${numbers.length} sites equal (${stopped} of them stop in ${reference}), seed ${seed}`,
  )
  return { tried: numbers.length, equal }
}

const inOneText = ({ files, args }) =>
  [
    ...(args.length > 0 ? [`$ build ${args.join(' ')}`] : []),
    ...Object.entries(files).map(([name, text]) => `== ${name}\n${text}`),
  ].join('\n')

function write(folder, { files, args }, { reference, whirl }) {
  fs.rmSync(folder, { recursive: true, force: true })
  const put = (name, text) => {
    const file = path.join(folder, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  }
  for (const [name, text] of Object.entries(files)) put(path.join('source', name), text)
  for (const [name, text] of reference.files) put(path.join('expected', name), text)
  for (const [name, text] of whirl.files) put(path.join('whirl', name), text)
  put('arguments.txt', args.join(' '))
  put('said.txt', `${reference.said}\n---\n${whirl.said}`)
}
