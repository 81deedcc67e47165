/** The check of imports, held against a small tree in which each rule is broken once. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { makeSite } from '../site-maker.ts'

const scratch = makeSite()
const rules = path.resolve(import.meta.dirname, '../../tools/check-imports/rules.mjs')
const { NODE_BUILTINS } = (await import(rules)) as {
  NODE_BUILTINS: Readonly<Record<string, readonly string[]>>
}

const GATE =
  'files of a site are opened by the gate alone: take openGate, diskTree or writeOwn of files/index.ts'

/** Who may have a part of Node's, as the check says it. */
function owners(part: string): string {
  return Object.entries(NODE_BUILTINS)
    .filter(([, names]) => names.includes(part))
    .map(([owner]) => (owner.includes('/') ? owner : `${owner}/`))
    .join(', ')
}

function check(name: string, files: Readonly<Record<string, string>>) {
  scratch.put(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text])))
  return spawnSync(process.execPath, ['tools/check-imports.mjs', scratch.at(name)], { encoding: 'utf8' })
}

/** What every tree has. */
const PACKAGE = { 'package.json': '{ "exports": { ".": { "types": "./dist/types/index.d.ts" } } }' }

/** Each file is one mistake: its path below src/, its text, and what is said of it, with what to do. */
const MISTAKES: readonly (readonly [
  title: string,
  file: string,
  text: string,
  said: string,
  help: string,
])[] = [
  [
    'a module that may not be imported',
    'kramdown/upwards.ts',
    "import { home } from '../site/index.ts'\nhome()\n",
    '1: imports site/index.ts',
    'kramdown/ may import only: base',
  ],
  [
    'a file behind a wall',
    'read/behind.ts',
    "import { home } from '../site/home.ts'\nhome()\n",
    '1: imports site/home.ts',
    'across modules import only site/index.ts: export what you need there',
  ],
  [
    'a package elsewhere than in its adapter',
    'render/style.ts',
    "// Loads it late.\nconst load = async () => (await import('sass')).compile\nload()\n",
    '2: imports the package sass',
    'third-party code goes through one adapter: render/converters/sass-1-78.ts',
  ],
  [
    'createRequire',
    'kramdown/climb.ts',
    "import { createRequire } from 'node:module'\ncreateRequire(import.meta.url)('lodash')\n",
    '1: uses createRequire',
    'packages are loaded through requirePackage of base/require.ts, and node: by an import',
  ],
  [
    'createRequire under another name',
    'kramdown/climb-again.ts',
    "import * as modules from 'node:module'\nmodules['createRequire'](import.meta.url)('node:fs')\n",
    '2: uses createRequire',
    'packages are loaded through requirePackage of base/require.ts, and node: by an import',
  ],
  [
    'a package without an adapter behind the one door',
    'kramdown/door.ts',
    "import { requirePackage } from '../base/index.ts'\nrequirePackage('lodash')\n",
    '2: loads the package lodash',
    'third-party code goes through one adapter: name this file in ADAPTERS of tools/check-imports/rules.mjs',
  ],
  [
    "a part of Node's behind the one door",
    'kramdown/door-to-disk.ts',
    "import { requirePackage as load } from '../base/index.ts'\nload('node:fs')\n",
    '2: loads the package node:fs',
    'import it by name, where NODE_BUILTINS of tools/check-imports/rules.mjs allows it',
  ],
  [
    'a name put together behind the one door',
    'kramdown/door-somewhere.ts',
    `import { requirePackage } from '../base/index.ts'\nexport const load = (name: string) => requirePackage(\`ka\${name}\`)\n`,
    '2: loads a package whose name cannot be read off',
    "write the package's name out",
  ],
  [
    'the one door handed on',
    'kramdown/door-handed-on.ts',
    "import { requirePackage } from '../base/index.ts'\nexport const doors = [requirePackage]\n",
    '2: hands requirePackage on',
    "call it where it stands, with the package's name written out",
  ],
  [
    'node:process by name',
    'builder/process.ts',
    "import { execPath } from 'node:process'\nexecPath.at(0)\n",
    '1: imports node:process',
    `only ${owners('process')} may: take what you need of it as an argument`,
  ],
  [
    'the disk where it is not due',
    'render/disk.ts',
    "import { readFileSync } from 'node:fs'\nreadFileSync('a')\n",
    '1: imports node:fs',
    GATE,
  ],
  [
    'the disk beside the gate, in a module that finds files',
    'builder/theme/planted.ts',
    "import path from 'node:path'\nimport fs from 'node:fs'\nfs.readFileSync(path.join('/', 'Gemfile'))\n",
    '2: imports node:fs',
    GATE,
  ],
  [
    'the disk in promises',
    'read/planted.ts',
    "export const load = async () => await import('node:fs/promises')\nvoid load()\n",
    '1: imports node:fs/promises',
    GATE,
  ],
  [
    'the disk in a file beside those that may have it',
    'cli/commands/planted.ts',
    "import { openSync } from 'node:fs'\nopenSync('_config.yml', 'r')\n",
    '1: imports node:fs',
    GATE,
  ],
  [
    'a part of what may have the disk, for a name that begins alike',
    'builder/output-planted.ts',
    "import fs from 'node:fs'\nfs.rmSync('a')\n",
    '1: imports node:fs',
    GATE,
  ],
  [
    'what nobody has of Node yet',
    'render/network.ts',
    "import dgram from 'node:dgram'\ndgram.createSocket('udp4')\n",
    '1: imports node:dgram',
    'nothing here needs it yet: if this must, name it in NODE_BUILTINS of tools/check-imports/rules.mjs',
  ],
  [
    'the global process',
    'render/environment.ts',
    "const { env } = process\nenv['A']?.at(0)\n",
    '1: uses process',
    'only cli/ prints, exits and reads the environment: return a value, or take it as an argument',
  ],
  [
    'the global object',
    'render/global.ts',
    "globalThis['console'].log(1)\n",
    '1: uses globalThis',
    'they lead round the walls: import what you need',
  ],
  [
    'the clock',
    'render/clock.ts',
    'const at = () => [new Date(), Date.now(), new Date(0)]\nat()\n',
    '1: calls new Date()',
    'only base/clock.ts asks the time: take a Time as an argument',
  ],
  [
    'a raw setting',
    'render/raw.ts',
    "import type { Site } from '../site/index.ts'\nconst quiet = (site: Site) => site.config.data.get('quiet')\nquiet({} as Site)\n",
    '2: reads raw settings',
    "a setting is read once, into a record of site/settings/ or of the owner's settings.ts",
  ],
  ...[
    "({ data }: Config) => data.get('quiet')",
    "({ data: raw }: Readonly<Pick<Config, 'data'>>) => raw.get('quiet')",
    "({ config: { data } }: Site) => data.get('quiet')",
    '(site: Site) => {\n  const { source, data } = site.config\n  return [source, data]\n}',
    "(own: Config) => textField(own.data, 'quiet', '')",
    "(site?: Site) => new Map(site?.config?.['data'])",
  ].map(
    (text, n) =>
      [
        `a raw setting, taken as in ${text.split('\n')[0]}`,
        `read/raw-${n}.ts`,
        `import { type Config, type Site, textField } from '../site/index.ts'\nconst raw: unknown = ${text}\nvoid raw\n`,
        `${text.includes('\n') ? 3 : 2}: reads raw settings`,
        "a setting is read once, into a record of site/settings/ or of the owner's settings.ts",
      ] as const,
  ),
  [
    'an export that only a test uses',
    'render/tested.ts',
    'export const tested = 1\n',
    '1: exports tested, which only tests use',
    'use it in the program, or delete it with its tests',
  ],
  [
    'an export that nothing uses',
    'render/unused.ts',
    'export interface Unused {\n  readonly a: 1\n}\n',
    '1: exports Unused, which nothing uses',
    'delete it, or the word `export` where the file itself uses it',
  ],
  [
    'a list that shows what no other module uses',
    'read/index.ts',
    "export { shown } from './shown.ts'\n",
    '1: exports shown again, which no other module uses',
    'take it out of the list: what a module shows is what others need',
  ],
  [
    'a circle',
    'check/a.ts',
    "import { b } from './b.ts'\nexport const a: unknown = b\n",
    '1: is in a circle of imports: check/a.ts -> check/b.ts -> check/a.ts',
    'move what both need into types.ts or a third file',
  ],
]

/** What the mistakes need around them. */
const AROUND = {
  'src/index.ts': "export { home } from './site/index.ts'\n",
  'src/base/index.ts': "export * from './require.ts'\n",
  'src/base/require.ts': 'export const requirePackage = (name: string): unknown => name\n',
  'src/site/index.ts': "export { home } from './home.ts'\nexport type { Config, Site } from './types.ts'\n",
  'src/site/types.ts': 'export type Config = object\nexport type Site = object\n',
  'src/site/home.ts': 'export const home = (): void => undefined\n',
  'src/read/shown.ts': 'export const shown = 1\n',
  'src/read/uses-shown.ts': "import { shown } from './shown.ts'\nshown.toFixed()\n",
  'src/check/b.ts': "import { a } from './a.ts'\nexport const b: unknown = a\n",
  'tests/render/tested.test.ts': "import { tested } from '../../src/render/tested.ts'\ntested.toFixed()\n",
}

const said = new Map<string, string>()
beforeAll(() => {
  const mistakes = Object.fromEntries(MISTAKES.map(([, file, text]) => [`src/${file}`, text]))
  const { stderr, status } = check('mistakes', { ...PACKAGE, ...AROUND, ...mistakes })
  expect(status).toBe(1)
  const rows = stderr.split('\n')
  for (let at = 0; at + 1 < rows.length; at += 2) {
    const [, file = '', rest = ''] = /^src\/([^:]+):(.*)$/.exec(rows[at] ?? '') ?? []
    said.set(file, `${said.get(file) ?? ''}${rest}\n${rows[at + 1]}\n`)
  }
})

test.each(MISTAKES)('%s is refused', (_title, file, _text, what, help) => {
  expect(said.get(file)).toContain(`${what}\n    ${help}\n`)
})

test('what only looks like a mistake passes', () => {
  const { stdout, stderr } = check('sound', {
    ...PACKAGE,
    'src/index.ts': "export { write } from './render/index.ts'\nexport type * from './render/types.ts'\n",
    'src/render/index.ts': "export { write } from './write.ts'\n",
    'src/render/types.ts':
      'export interface Host {\n  readonly process: number\n  readonly console: string\n}\n',
    'src/render/write.ts': `// process.exit, console.log and import('lodash') in a comment
import { highlight } from '../highlight/index.ts'
import type { Host } from './types.ts'
import { quiet } from './settings/quiet.ts'
import * as words from './words.ts'
const later = async (): Promise<string> => (await import('./later.ts')).later
const titleOf = ({ data }: { data: Host }) => data
export const write = ({ process: id }: Host, site: { config: { source: string }; data: Host }): string =>
  \`\${id} \${quiet({ data: new Map() })} \${titleOf(site)} \${site.data.console} \${site.config.source} console.log(1) require('x') \${words.one} \${new Date(0)} \${highlight('a')} \${later()}\`
`,
    'src/render/settings/quiet.ts':
      "export const quiet = (config: { data: Map<string, string> }) => config.data.get('quiet')\n",
    'src/render/words.ts': "export const one = 'a'\n",
    'src/render/later.ts': "export const later = 'a'\n",
    'src/highlight/index.ts': "export { grammar as highlight } from './shiki.ts'\n",
    'src/highlight/shiki.ts': `import { requirePackage } from '../base/index.ts'
export const grammar = (name: string) => requirePackage(\`@shikijs/langs/\${name}\`)
`,
    'src/base/index.ts': "export * from './require.ts'\n",
    'src/base/require.ts': 'export const requirePackage = (name: string): unknown => name\n',
  })
  expect(stderr).toBe('')
  expect(stdout).toContain('imports: 11 files, no problem\n')
})
