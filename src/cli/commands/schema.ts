/** `whirl schema`: JSON Schemas for `_config.yml` and front matter, printed or written into the site for its editors. */
import fs from 'node:fs'
import path from 'node:path'
import { configSchema, frontMatterSchema } from '../../schema/index.ts'
import type { Arguments } from '../args.ts'
import { EXIT, type Host } from '../host.ts'
import { misuse } from '../misuse.ts'
import { createReport, type Report } from '../report.ts'
import { refusals } from '../scaffold.ts'
import { setUpWithoutTheme } from '../set-up.ts'

const SCHEMAS = { config: configSchema, 'front-matter': frontMatterSchema } as const

/** Where `--write` puts them; a directory with a dot is no part of a site. */
const DIRECTORY = '.whirl'

export function schema(args: Arguments, host: Host, report: Report): number {
  const word = args.words[0] ?? 'config'
  if (args.flags.get('write') === true) return write(args, host, report)
  if (word !== 'config' && word !== 'front-matter')
    return misuse(host, `There is no schema '${word}'.`, args.command?.syntax ?? 'schema')
  host.out(schemaText(word))
  return EXIT.done
}

function write(args: Arguments, host: Host, report: Report): number {
  const { source } = setUpWithoutTheme(args, host, createReport(host, 'error')).config
  const directory = path.join(source, DIRECTORY)
  refusals(() => {
    fs.mkdirSync(directory, { recursive: true })
    for (const name of Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])
      fs.writeFileSync(path.join(directory, `${name}.schema.json`), schemaText(name))
  })
  report.line(`Wrote ${DIRECTORY}/config.schema.json and ${DIRECTORY}/front-matter.schema.json.`)
  report.line('Editors with a YAML language server read the first where _config.yml begins with this line:')
  report.line('')
  report.line(`# yaml-language-server: $schema=${DIRECTORY}/config.schema.json`)
  return EXIT.done
}

function schemaText(name: keyof typeof SCHEMAS): string {
  return `${JSON.stringify(SCHEMAS[name](), null, 2)}\n`
}
