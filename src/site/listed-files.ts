import type { Config, StaticFile } from './types.ts'

interface Listing {
  readonly config: Pick<Config, 'rules'>
  readonly staticFiles: readonly StaticFile[]
}

/** What `site.static_files` lists, for templates and plugins; Jekyll 3.10 leaves out those of collections. */
export function listedFiles({ config, staticFiles }: Listing): readonly StaticFile[] {
  if (config.rules.listsCollectionFiles) return staticFiles
  return staticFiles.filter(({ collection }) => collection === undefined)
}
