/** The files beside pictures, made once for each content and kept in the cache. */
import { type FinishContext, type FinishedFile, packagesOf, type Site } from '../../plugin-api.ts'
import { loadVary, sharpVersion, type Vary } from './sharp.ts'
import { MOST_PIXELS, type Variant, variantsIn } from './variants.ts'

/** Files for all variants that pages of the site name. Rejects where sharp is not installed. */
export async function varied(site: Site, ctx: FinishContext): Promise<readonly FinishedFile[]> {
  const wanted = new Map<string, Variant>()
  for (const [path, text] of ctx.outputs) if (/\.html?$/.test(path)) variantsIn(text, wanted)
  if (wanted.size === 0) return []
  const packages = packagesOf(site.config)
  const version = sharpVersion(packages) ?? ''
  const sources = sourcesByUrl(site)
  let vary: Vary | undefined
  const files: FinishedFile[] = []
  for (const [path, { of, digest, width, format }] of wanted) {
    const key = `picture-${version}-${digest}-${width}.${format}`
    let content = ctx.cache.get(key)
    if (content === undefined) {
      vary ??= await loadVary(packages, MOST_PIXELS)
      const bytes = ctx.readBytes(sources.get(of) ?? of)
      try {
        content = await vary(bytes ?? new Uint8Array(), width, format)
        ctx.cache.put(key, content)
      } catch (error) {
        ctx.warn({
          code: 'pictures/broken',
          severity: 'warning',
          topic: 'Pictures:',
          message: `No ${format.toUpperCase()} could be made of ${of}: ${error instanceof Error ? error.message : String(error)}`,
          help: 'save the picture again: its file is broken. Until then the picture itself stands in its place',
          trail: [],
        })
        // Browsers go by what is in a file.
        content = bytes ?? new Uint8Array()
      }
    }
    files.push({ path, content })
  }
  return files
}

/** Where in the source the files of collections lie, whose addresses are others. */
function sourcesByUrl(site: Site): ReadonlyMap<string, string> {
  const sources = new Map<string, string>()
  for (const { staticFiles } of site.collections.values())
    for (const { url, file } of staticFiles)
      sources.set(url, `${file.root}/${file.path}`.slice(site.config.source.length + 1))
  return sources
}
