import type { Renderable, Site } from '../../plugin-api.ts'

/** The path of a text's file in the source of the site; undefined where it has none there. */
export function placeInSource(
  { file, ...doc }: Renderable,
  { config: { source } }: Pick<Site, 'config'>,
): string | undefined {
  const { path, root, mtime, origin } = file
  if (mtime === 0 || origin !== 'site' || ('generatedBy' in doc && doc.generatedBy !== undefined))
    return undefined
  return root === source ? path : `${root.slice(source.length + 1)}/${path}`
}
