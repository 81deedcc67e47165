/** Files that are copied as they are. */
import { extname } from '../base/index.ts'
import {
  defaultFor,
  defaultsFor,
  type Home,
  plainUrl,
  type SiteFile,
  type StaticFile,
  saysPublished,
  staticOutputPath,
} from '../site/index.ts'
import type { ReadContext } from './context.ts'

/** What matters to a static file of the collection it lies in. */
type StaticHome = Pick<Home, 'label' | 'directory' | 'permalink' | 'write'>

/** The static file `file`; in a collection its URL follows the collection's template. */
export function staticFile(ctx: ReadContext, file: SiteFile, home?: StaticHome): StaticFile {
  const data = defaultsFor(ctx.defaults, file.path, home?.label ?? '')
  const url = home === undefined ? `/${file.path}` : collectionUrl(file.path, home)
  // Whether it is published Jekyll asks for its URL, not its path: a scope `_things` says nothing of /things/a.png.
  const published = saysPublished(defaultFor(ctx.defaults, url.slice(1), home?.label ?? '', 'published'))
  return {
    file,
    url,
    outputPath: staticOutputPath(url),
    ...(home === undefined ? {} : { collection: home.label }),
    data,
    write: published && (home?.write ?? true),
  }
}

function collectionUrl(path: string, home: StaticHome): string {
  const ext = extname(path)
  const bare = path.slice(0, path.length - ext.length)
  const url = plainUrl(home.permalink, [
    ['collection', home.label],
    ['path', bare.replace(home.directory, '')],
    ['output_ext', ''],
    ['name', bare.slice(bare.lastIndexOf('/') + 1)],
    ['title', ''],
  ])
  return url.replace(/\/$/, '') + ext
}
