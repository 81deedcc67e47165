/** A registry of gems and a host of repositories on this machine's own loopback, and gems made for it. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { packTar, type TarEntry } from 'modern-tar'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** A gem as `gem build` makes one. `odd` are further entries of its archive, as they are. */
export async function gemFile(
  name: string,
  version: string,
  files: Files,
  {
    needs = [],
    odd = [],
    extensions = [],
  }: { needs?: readonly string[]; odd?: readonly TarEntry[]; extensions?: readonly string[] } = {},
): Promise<Uint8Array> {
  const data = gzipSync(await packTar([...entriesOf(files), ...odd]))
  return packTar([
    entry('metadata.gz', gzipSync(metadata(name, version, needs, extensions))),
    entry('data.tar.gz', data),
    entry('checksums.yaml.gz', gzipSync(`---\nSHA256:\n  data.tar.gz: ${sum(data)}\n`)),
  ])
}

/** An archive of a repository as GitHub makes one: everything below one folder, the commit in the tar's comment. */
export async function archiveFile(commit: string, files: Files, top = 'repo-x'): Promise<Uint8Array> {
  const below = Object.fromEntries(Object.entries(files).map(([file, text]) => [`${top}/${file}`, text]))
  const tar = await packTar(entriesOf(below))
  return gzipSync(Buffer.concat([globalHeader(`comment=${commit}`), tar]))
}

/** All files below a directory, by path. */
export function filesOf(root: string): Files {
  return Object.fromEntries(
    fs
      .readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => fs.statSync(path.join(root, name)).isFile())
      .map((name) => [name, fs.readFileSync(path.join(root, name))]),
  )
}

export function sum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function entriesOf(files: Files): TarEntry[] {
  return Object.entries(files).map(([name, content]) => entry(name, Buffer.from(content)))
}

export function entry(name: string, body: Uint8Array): TarEntry {
  return { header: { name, size: body.length, type: 'file', mtime: new Date(0) }, body }
}

function metadata(
  name: string,
  version: string,
  needs: readonly string[],
  extensions: readonly string[],
): string {
  const dependencies = needs.map(
    (need) => `- !ruby/object:Gem::Dependency
  name: ${need}
  requirement: &${need.replaceAll('-', '_')} !ruby/object:Gem::Requirement
    requirements:
    - - "~>"
      - !ruby/object:Gem::Version
        version: '0.1'
  type: :runtime
  prerelease: false
  version_requirements: *${need.replaceAll('-', '_')}
`,
  )
  return `--- !ruby/object:Gem::Specification
name: ${name}
version: !ruby/object:Gem::Version
  version: ${version}
platform: ruby
authors:
- Ann Author
- Ben Builder
dependencies:${needs.length === 0 ? ' []' : `\n${dependencies.join('').trimEnd()}`}
extensions:${extensions.length === 0 ? ' []' : extensions.map((each) => `\n- ${each}`).join('')}
description: A theme.
summary: Short.
metadata:
  plugin_type: theme
`
}

/** pax header of the whole archive, which `git archive` starts with. */
function globalHeader(record: string): Uint8Array {
  const line = (length: number): string => `${length} ${record}\n`
  let length = record.length + 3
  while (line(length).length !== length) length++
  const body = Buffer.alloc(512)
  body.write(line(length))
  const head = Buffer.alloc(512)
  head.write('pax_global_header', 0)
  head.write('0000666\0', 100)
  head.write('0000000\0', 108)
  head.write('0000000\0', 116)
  head.write(`${length.toString(8).padStart(11, '0')}\0`, 124)
  head.write('00000000000\0', 136)
  head.write('        ', 148)
  head.write('g', 156)
  head.write('ustar\x0000', 257)
  const check = head.reduce((all, byte) => all + byte, 0)
  head.write(`${check.toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([head, body])
}

export type Answer =
  | Uint8Array
  | string
  | ((response: http.ServerResponse, request: http.IncomingMessage) => void)

/** A server for one test: answers by path, remembers what was asked. */
export interface Registry {
  readonly url: string
  readonly asked: string[]
  /** what to answer at a path; anything else is 404 */
  readonly answers: Map<string, Answer>
  /** adds a gem to the index and the store */
  add(name: string, version: string, gem: Uint8Array, checksum?: string): void
  close(): Promise<void>
}

export async function startRegistry(): Promise<Registry> {
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    const at = request.url ?? ''
    asked.push(at)
    const answer = answers.get(at)
    if (answer === undefined) response.writeHead(404).end('nothing')
    else if (typeof answer === 'function') answer(response, request)
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers,
    add(name, version, gem, checksum = sum(gem)) {
      const before = answers.get(`/info/${name}`) ?? '---\n'
      answers.set(
        `/info/${name}`,
        `${before}${version} jekyll:>= 3.5&< 5.0|checksum:${checksum},ruby:>= 2.5\n`,
      )
      answers.set(`/gems/${name}-${version}.gem`, gem)
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
