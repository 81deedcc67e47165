// node whirl-server.mjs FOLDER (of answer.mjs and run.mjs): answers command lines, a line of JSON each ({ cwd, args, env }), with { status, said, warned }.
// Starting Node takes longer than building a small site.
import readline from 'node:readline'
import { pathToFileURL } from 'node:url'

const load = (name) => import(pathToFileURL(`${process.argv[2]}/${name}`).href)
const { answer } = await load('answer.mjs')
const { run } = await load('run.mjs')
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { cwd, args, env } = JSON.parse(line)
  let said = ''
  let warned = ''
  const say = (text) => {
    said += text
  }
  const host = {
    cwd,
    env,
    argv: args,
    out: say,
    err: (text) => {
      say(text)
      warned += text
    },
    color: false,
    terminal: false,
    untilStopped: () => new Promise(() => {}),
    uninterrupted: (work) => work(),
    openInBrowser() {},
    detach: () => 0,
  }
  const read = answer(args, host)
  const status = typeof read === 'number' ? read : await run(read, host)
  process.stdout.write(`${JSON.stringify({ status, said, warned })}\n`)
}
