// node bench/figures.mjs [--figures N] [--sample N] [--mermaid FOLDER] [--chromium FILE]      figures: Whirl against mermaid-cli, in one run
//
// N figures (default 1,000) of five kinds, drawn by dist/figures.mjs in a process of its own; a sample of the same things (default
// 50) as Mermaid's text, drawn by mermaid-cli in headless Chromium, all in one run of it. What counts is processor time for each
// figure, the start of both included. FOLDER is where `npm install @mermaid-js/mermaid-cli` was run (with PUPPETEER_SKIP_DOWNLOAD=1);
// without it Whirl is measured alone. Needs `npm run bundle` and the package `time`.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { median } from './measure.mjs'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? otherwise : process.argv[at + 1]
}
const count = Number(option('figures', 1000))
const sampled = Number(option('sample', 50))
const mermaid = option('mermaid')
const CHROMIUM = option('chromium', '/usr/bin/chromium')

/** The same thing in both languages, by its number, each a little other than the one before. */
const THINGS = [
  (i) => {
    const hosts = Array.from({ length: 3 + (i % 6) }, (_, k) => `h${k}`)
    return {
      kind: 'topology',
      ours: `title: Network ${i}\nswitch s "Switch ${i}"\nrouter r "Router"\ns -- r "10 Gb/s"\n${hosts.map((h) => `pc ${h} "Host ${h}"\n${h} -- s\n`).join('')}`,
      theirs: `flowchart LR\n  s[Switch ${i}] ---|10 Gb/s| r[Router]\n${hosts.map((h) => `  ${h}[Host ${h}] --- s\n`).join('')}`,
    }
  },
  (i) => {
    const more = Array.from({ length: 2 + (i % 7) }, (_, k) => k)
    return {
      kind: 'sequence',
      ours: `title: Ladder ${i}\nhost a "Client ${i}"\nhost b "Server"\na -> b SYN\nb -> a "SYN + ACK"\n${more.map((k) => `a -> b "DATA ${k}"\nb --> a "ACK ${k}"\n`).join('')}`,
      theirs: `sequenceDiagram\n  participant a as Client ${i}\n  participant b as Server\n  a->>b: SYN\n  b->>a: SYN + ACK\n${more.map((k) => `  a->>b: DATA ${k}\n  b-->>a: ACK ${k}\n`).join('')}`,
    }
  },
  (i) => {
    const states = Array.from({ length: 3 + (i % 5) }, (_, k) => `s${k}`)
    const next = (k) => states[(k + 1) % states.length]
    return {
      kind: 'machine',
      ours: `title: Machine ${i}\n${states.map((s, k) => `${s} -> ${next(k)} "event ${k}"\n`).join('')}`,
      theirs: `stateDiagram-v2\n  [*] --> s0\n${states.map((s, k) => `  ${s} --> ${next(k)}: event ${k}\n`).join('')}`,
    }
  },
  (i) => ({
    kind: 'packet',
    ours: `title: Header ${i}\n16 Source Port\n16 Destination Port = ${i}\n32 Sequence Number\n32 Acknowledgment Number\n16 Window\n16 Checksum\n`,
    theirs: `packet-beta\n  0-15: "Source Port"\n  16-31: "Destination Port ${i}"\n  32-63: "Sequence Number"\n  64-95: "Acknowledgment Number"\n  96-111: "Window"\n  112-127: "Checksum"\n`,
  }),
  (i) => {
    const years = Array.from({ length: 3 + (i % 5) }, (_, k) => 2010 + k)
    return {
      kind: 'timeline',
      ours: `title: Years ${i}\n${years.map((y) => `${y} "Release ${y % 100}.${i}"\n`).join('')}`,
      theirs: `timeline\n  title Years ${i}\n${years.map((y) => `  ${y} : Release ${y % 100}.${i}\n`).join('')}`,
    }
  },
]
const things = (most) => Array.from({ length: most }, (_, i) => THINGS[i % THINGS.length](i))

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-bench-figures-'))
const put = (name, text) => {
  const file = path.join(folder, name)
  fs.writeFileSync(file, text)
  return file
}

/** Seconds of processor time of a command and all that it starts. */
function seconds(command, args, cwd) {
  const report = path.join(folder, 'time.txt')
  const done = spawnSync('/usr/bin/time', ['-o', report, '-f', '%U %S', command, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr || done.error?.message}`)
  const [user, system] = fs.readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ').map(Number)
  return user + system
}

const program = put(
  'draw.mjs',
  `import fs from 'node:fs'
import { drawFigure } from ${JSON.stringify(path.resolve('dist/figures.mjs'))}
const things = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const sizes = things.map(({ kind, ours }) => {
  const { figure, faults } = drawFigure(kind, ours, { colours: 'page' })
  if (faults) throw new Error(JSON.stringify(faults))
  return figure.svg.length
})
fs.writeFileSync(process.argv[3], JSON.stringify(sizes))
`,
)

try {
  const ours = seconds('node', [
    program,
    put('things.json', JSON.stringify(things(count))),
    path.join(folder, 'sizes.json'),
  ])
  const sizes = JSON.parse(fs.readFileSync(path.join(folder, 'sizes.json'), 'utf8'))
  console.log(`${os.cpus()[0].model}, Node ${process.version}`)
  console.log(
    `whirl        ${count} figures  ${ours.toFixed(2)} s  ${((1000 * ours) / count).toFixed(2)} ms each, median ${(median(sizes) / 1000).toFixed(1)} KB`,
  )
  if (mermaid !== undefined) {
    const text = things(sampled).map(({ theirs }) => `\`\`\`mermaid\n${theirs}\`\`\`\n`)
    const settings = put(
      'puppeteer.json',
      JSON.stringify({ executablePath: CHROMIUM, args: ['--no-sandbox'] }),
    )
    const cli = path.resolve(mermaid, 'node_modules/.bin/mmdc')
    const theirs = seconds(
      cli,
      ['-q', '-p', settings, '-i', put('all.md', text.join('\n')), '-o', path.join(folder, 'out.md')],
      folder,
    )
    const svgs = fs.readdirSync(folder).filter((name) => name.endsWith('.svg'))
    if (svgs.length !== sampled) throw new Error(`mermaid-cli made ${svgs.length} of ${sampled} figures`)
    const bytes = median(svgs.map((name) => fs.statSync(path.join(folder, name)).size))
    const each = (1000 * theirs) / sampled
    console.log(
      `mermaid-cli  ${sampled} figures  ${theirs.toFixed(2)} s  ${each.toFixed(1)} ms each, median ${(bytes / 1000).toFixed(1)} KB`,
    )
    console.log(`for each figure ${(each / ((1000 * ours) / count)).toFixed(0)} times as much`)
  }
} finally {
  fs.rmSync(folder, { recursive: true })
}
