/** Where the command starts: answers what needs no site; everything else is worth loading the rest for. */

import { missingPackage } from '../base/index.ts'
import { answer } from './answer.ts'
import { EXIT } from './host.ts'
import { notWhole } from './not-whole.ts'
import { createReport } from './report.ts'
import { ownStreams } from './streams.ts'

const streams = ownStreams()
const read = answer(process.argv.slice(2), streams)
if (typeof read === 'number') process.exitCode = read
else
  import('./main.ts').then(
    ({ main }) => main(read, streams),
    (error: unknown) => {
      const missing = missingPackage(error)
      if (missing === undefined) throw error
      createReport(streams, 'error').diagnostic(notWhole(missing))
      process.exitCode = EXIT.failed
    },
  )
