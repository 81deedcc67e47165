/** Sites for tests of attribution: a configuration as YAML, files as text. */
import { isHash, parseYaml, type Value, zoneFor } from '../../../src/base/index.ts'
import { type Built, buildWith } from '../../plugins/site.ts'

/** Builds the site of `config` and `files` with the plugins the configuration names, attribution among them. */
export function build(config: string, files: Readonly<Record<string, string>>): Built {
  const parsed = parseYaml(config, zoneFor('UTC'), '_config.yml').value
  const settings = new Map<Value, Value>(isHash(parsed) ? parsed : [])
  const plugins = settings.get('plugins')
  if (plugins === undefined) settings.set('plugins', ['attribution'])
  return buildWith({ '_config.yml': config, ...files }, undefined, [...settings] as [string, Value][])
}

/** What `template` prints on a page of the site. */
export function print(
  config: string,
  template: string,
  files: Readonly<Record<string, string>> = {},
): string {
  return build(config, { ...files, 'index.html': `---\n---\n${template}` }).output('index.html') ?? ''
}

/** A post with one text, as a file. */
export function post(frontMatter: string, body = 'Text'): string {
  return `---\n${frontMatter}\n---\n${body}\n`
}
