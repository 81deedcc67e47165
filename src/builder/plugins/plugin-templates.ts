/** Includes and layouts that plugins bring, for names that neither the site nor its theme has a file for. */
import { BuildError, isHash, parseYaml, type Value, zoneFor } from '../../base/index.ts'
import type { Plugin } from '../../plugins/index.ts'
import { splitFrontMatter } from '../../read/index.ts'
import type { Include, Layout, Site, SiteFile } from '../../site/index.ts'

/** `site` with what `plugins` bring; of two plugins with one name the first wins. */
export function withPluginTemplates(site: Site, plugins: readonly Plugin[]): Site {
  const bringing = plugins.filter((plugin) => plugin.includes !== undefined || plugin.layouts !== undefined)
  if (bringing.length === 0) return site
  const includes = new Map(site.includes)
  const layouts = new Map(site.layouts)
  for (const plugin of bringing) {
    for (const [name, text] of Object.entries(plugin.includes ?? {}))
      if (!includes.has(name)) includes.set(name, includeOf(plugin.name, name, text))
    for (const [name, text] of Object.entries(plugin.layouts ?? {}))
      if (!layouts.has(name)) layouts.set(name, layoutOf(plugin.name, name, text))
  }
  return { ...site, includes, layouts }
}

/** The place of a text that lies in no file, as diagnostics show it. */
function placeOf(plugin: string, path: string, text: string): SiteFile {
  return { path: `${plugin}/${path}`, origin: 'theme', root: `plugin:${plugin}`, size: text.length, mtime: 0 }
}

function includeOf(plugin: string, name: string, text: string): Include {
  const file = placeOf(plugin, `_includes/${name}`, text)
  return { path: file.path, text, file }
}

function layoutOf(plugin: string, name: string, text: string): Layout {
  const file = placeOf(plugin, `_layouts/${name}.html`, text)
  const parts = splitFrontMatter(text)
  if (parts === null)
    return { name, file, data: new Map<Value, Value>(), body: text, bodyLine: 1, ext: '.html' }
  const { yaml, body, bodyLine } = parts
  const parsed = parseYaml(yaml, zoneFor('UTC'), file.path)
  if (isHash(parsed.value)) return { name, file, data: parsed.value, body, bodyLine, ext: '.html' }
  throw new BuildError([
    {
      code: 'plugins/bad-layout',
      severity: 'error',
      message: `The plugin '${plugin}' brings a layout '${name}' whose front matter is not a hash of YAML.`,
      help: 'fix the plugin, or take it out of `plugins` to build without it',
      trail: [],
    },
  ])
}
