// npm run sweep -- [--sites 200] [--seed 1] [--from 0] [--reference bookworm] [--reduce 20] [--keep DIR]
// Builds small random sites with a reference and with Whirl, and compares every file and the exit code. What differs is
// reduced to a few lines; one of each kind is printed.
//   --from      the first site: `--seed 1 --from 37 --sites 1` is the 38th of seed 1 alone
//   --only      these numbers alone, with commas between them
//   --reference npm run ask -- --references says which there are
//   --reduce    how many of the sites that differ are reduced
//   --keep      where each reduced site is written, with what both made of it
import { parseArgs } from 'node:util'
import { sweep } from './sweep/sweep.mjs'

const { values } = parseArgs({
  options: {
    sites: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    reference: { type: 'string', default: 'bookworm' },
    reduce: { type: 'string', default: '20' },
    keep: { type: 'string' },
  },
})
const { equal, tried } = await sweep({
  sites: Number(values.sites),
  seed: Number(values.seed),
  from: Number(values.from),
  only: values.only?.split(',').map(Number),
  reference: values.reference,
  reduce: Number(values.reduce),
  keep: values.keep,
  say: (line) => console.log(line),
})
process.exit(equal === tried ? 0 : 1)
