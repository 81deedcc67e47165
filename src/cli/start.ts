/** Where the command starts: answers what needs no site; everything else is worth loading the rest for. */
import { answer } from './answer.ts'
import { ownStreams } from './streams.ts'

const streams = ownStreams()
const read = answer(process.argv.slice(2), streams)
if (typeof read === 'number') process.exitCode = read
else import('./main.ts').then(({ main }) => main(read, streams))
