/** Sites in memory that are built as GitHub Pages builds them. */
import { buildSite } from '../render/build-site.ts'

/** The outputs of the files with `compat: github-pages` in the configuration. */
export function pagesOutputs(
  files: Readonly<Record<string, string>>,
  settings = '',
  compat = 'github-pages',
): ReadonlyMap<string, string> {
  const config = `compat: ${compat}\n${settings}`
  return buildSite(new Map([['_config.yml', config], ...Object.entries(files)])).outputs
}
