/** Where the command starts: hands this process's arguments and streams to `run` and takes its exit code. */
import { run } from './run.ts'

run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  color: (process.env.NO_COLOR ?? '') === '',
  terminal: process.stdout.isTTY === true,
  process: process.pid,
}).then((code) => {
  process.exitCode = code
})
