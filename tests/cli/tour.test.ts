/** docs/tour.md, run as it stands in an empty folder with nothing but Node and the package. `WHIRL_UPDATE=1` writes what is printed. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'
import { installInto, root } from './installed-package.ts'

const page = path.join(root, 'docs/tour.md')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(path.join(root, 'dist/cli.js')))
const missing = lacking('commands', 'bash', spawnSync('bash', ['-c', 'true']).status === 0)

describe.skipIf(unbundled || missing)('docs/tour.md', () => {
  test('prints what it says', async () => {
    const folder = makeSite({ 'home/.keep': '' })
    const { cli } = installInto(folder)
    fs.cpSync(path.join(root, 'packages/create-whirl'), folder.at('node_modules/create-whirl'), {
      recursive: true,
    })
    folder.put({
      'bin/whirl': `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`,
      'bin/npm': `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${folder.at('node_modules/create-whirl/create.mjs')}' "$@"\n`,
    })
    for (const name of ['whirl', 'npm']) fs.chmodSync(folder.at(`bin/${name}`), 0o755)
    const env = {
      PATH: `${folder.at('bin')}:${process.env.PATH}`,
      HOME: folder.at('home'),
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      SOURCE_DATE_EPOCH: '1767261600',
    }
    const text = fs.readFileSync(page, 'utf8')
    let cwd = folder.at('home')
    const answer = async (command: string): Promise<string> => {
      const folderNamed = /^cd (\S+)$/.exec(command)?.[1]
      if (folderNamed !== undefined) {
        cwd = path.join(cwd, folderNamed)
        return ''
      }
      if (command === 'whirl serve') return served(cwd, env)
      // What stands on either side is what a terminal shows, in the order of the lines.
      return spawnSync('bash', ['-c', `exec 2>&1; ${command}`], { cwd, env, encoding: 'utf8' }).stdout
    }
    let told = ''
    for (const line of withoutAnswers(text)) {
      told += `${line}\n`
      if (line.startsWith('$ ')) told += shown(await answer(line.slice(2)), folder.at('home'))
    }
    if (process.env.WHIRL_UPDATE) fs.writeFileSync(page, told)
    expect(told).toBe(text)
  })
})

/** The lines of the page but for what commands answered. */
function withoutAnswers(text: string): readonly string[] {
  let inSession = false
  return text
    .replace(/\n$/, '')
    .split('\n')
    .filter((line) => {
      if (line.startsWith('```')) inSession = line === '```console'
      return !inSession || line.startsWith('```') || line.startsWith('$ ')
    })
}

function shown(said: string, home: string): string {
  return said
    .replaceAll(home, '/home/you')
    .replaceAll(/\b\d+\.\d+ seconds/g, '0.4 seconds')
    .replaceAll(/[ \t]+$/gm, '')
}

/** Starts the server on a port that is free, asks for the first page, and ends it as Ctrl-C does. */
async function served(cwd: string, env: Readonly<Record<string, string>>): Promise<string> {
  const port = await freePort()
  const server = spawn('whirl', ['serve', '--port', String(port)], { cwd, env, stdio: 'pipe' })
  const said = await until(server, 'press ctrl-c to stop')
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect([answer.status, await answer.text()]).toEqual([
    200,
    expect.stringContaining('What the verifier sees'),
  ])
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await ended
  return said.replaceAll(String(port), '4000')
}

async function until(server: ChildProcess, words: string): Promise<string> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (bytes: Buffer): void => {
      said += bytes
      if (said.includes(words)) resolve()
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', (code) => reject(new Error(`whirl serve ended with ${code}: ${said}`)))
  })
  return said.endsWith('\n') ? said : `${said}\n`
}

async function freePort(): Promise<number> {
  const probe = net.createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}
