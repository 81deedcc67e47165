// node whirl-server.mjs RUN_MODULE: answers command lines, a line of JSON each ({ cwd, args, env }), with { status, said }.
// Starting Node takes longer than building a small site.
import readline from 'node:readline'
import { pathToFileURL } from 'node:url'

const { run } = await import(pathToFileURL(process.argv[2]).href)
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { cwd, args, env } = JSON.parse(line)
  let said = ''
  const say = (text) => {
    said += text
  }
  const status = await run(args, {
    cwd,
    env,
    argv: args,
    out: say,
    err: say,
    color: false,
    terminal: false,
    process: process.pid,
    untilStopped: () => new Promise(() => {}),
    openInBrowser() {},
    detach: () => 0,
  })
  process.stdout.write(`${JSON.stringify({ status, said })}\n`)
}
