/** `whirl schema`: JSON Schemas for `_config.yml` and front matter, printed or written into the site for its editors. */
import path from 'node:path'
import { BUNDLED } from '../../bundled/index.ts'
import type { Plugin } from '../../plugins/index.ts'
import { configSchema, frontMatterSchema } from '../../schema/index.ts'
import type { Arguments } from '../args.ts'
import { EXIT, type Host } from '../host.ts'
import { misuse } from '../misuse.ts'
import { createReport, type Report } from '../report.ts'
import { writeFile } from '../scaffold.ts'
import { setUpWithoutTheme } from '../set-up.ts'
import { askPlugins } from '../site-plugins.ts'

type Name = 'config' | 'front-matter'

/** Where `--write` puts them; a directory with a dot is not part of a site. */
const DIRECTORY = '.whirl'

export async function schema(args: Arguments, host: Host, report: Report): Promise<number> {
  const word = args.words[0] ?? 'config'
  if (args.flags.get('write') === true) return write(args, host, report)
  if (word !== 'config' && word !== 'front-matter')
    return misuse(host, `There is no schema '${word}'.`, args.command?.syntax ?? 'schema')
  host.out(schemaText(word, BUNDLED))
  return EXIT.done
}

/** Writes both, with the keys of the site's own plugins. */
async function write(args: Arguments, host: Host, report: Report): Promise<number> {
  const setup = setUpWithoutTheme(args, host, createReport(host, 'error'))
  const loss = 'Their keys are left out of the schemas.'
  const found = await askPlugins({ args, host, report, setup }, loss, (plugins) => plugins)
  const plugins = [...new Set([...BUNDLED, ...(found ?? [])])]
  const directory = path.join(setup.config.source, DIRECTORY)
  for (const name of ['config', 'front-matter'] as const)
    writeFile(path.join(directory, `${name}.schema.json`), schemaText(name, plugins))
  report.line(`Wrote ${DIRECTORY}/config.schema.json and ${DIRECTORY}/front-matter.schema.json.`)
  report.line('Editors with a YAML language server read the first where _config.yml begins with this line:')
  report.line('')
  report.line(`# yaml-language-server: $schema=${DIRECTORY}/config.schema.json`)
  return EXIT.done
}

function schemaText(name: Name, plugins: readonly Plugin[]): string {
  const settings = plugins.flatMap((plugin) => plugin.settings ?? [])
  const schema = name === 'config' ? configSchema(settings) : frontMatterSchema(settings)
  return `${JSON.stringify(schema, null, 2)}\n`
}
