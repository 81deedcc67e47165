/**
 * What is known of the pictures of a site: read from a file once, and kept by how the file looked. A build that finds it
 * looking so does not open it.
 */
import { imageDimensions, isAnimated, pictureFormat, sha256 } from '../base/index.ts'
import { type IsSettled, settledFiles } from '../files/index.ts'
import type { Picture } from '../plugins/index.ts'
import type { SiteFile } from '../site/index.ts'
import type { CacheStore } from './cache/types.ts'
import type { SourceAccess } from './file-access.ts'

const NAME = /\.(?:png|jpe?g|gif|webp|avif|svg|hei[cf])$/i
const KEY = 'pictures'

/** A file as it looked, and what it was. */
type Row = readonly [look: string, picture: Picture]

export interface PictureFiles {
  /** Undefined for a file that is no picture by its name, or that cannot be read. */
  picture(file: SiteFile): Picture | undefined
  /** Keeps what was asked for. */
  keep(): void
}

/** @param directory where what is kept lies on the disk; undefined where it lasts as long as the process, and nothing is settled */
export function pictureFiles(
  files: Pick<SourceAccess, 'readBytes'>,
  store: CacheStore,
  directory: string | undefined,
): PictureFiles {
  let known: ReadonlyMap<string, Row> | undefined
  let isSettled: IsSettled | undefined
  let isNew = false
  const used = new Map<string, Row>()
  const asked = new Map<string, Picture | undefined>()
  const pictureAt = (place: string, file: SiteFile): Picture | undefined => {
    const look = lookOf(file)
    known ??= rowsIn(store.get(KEY))
    const row = known.get(place)
    if (row !== undefined && row[0] === look) {
      used.set(place, row)
      return row[1]
    }
    isSettled ??= (directory === undefined ? undefined : settledFiles(directory)) ?? (() => false)
    // Before it is read: what changes meanwhile is not settled.
    const settled = look !== undefined && isSettled(file)
    const bytes = files.readBytes(place)
    if (bytes === undefined) return undefined
    const picture = pictureIn(bytes)
    if (settled) {
      used.set(place, [look, picture])
      isNew = true
    }
    return picture
  }
  return {
    picture(file) {
      if (!NAME.test(file.path)) return undefined
      const place = `${file.root}/${file.path}`
      if (!asked.has(place)) asked.set(place, pictureAt(place, file))
      return asked.get(place)
    },
    keep() {
      // Builds that a build is made of, and those that look at few pages, leave what others asked for.
      if (isNew) store.put(KEY, JSON.stringify([...new Map([...rowsIn(store.get(KEY)), ...used])]))
      else if (known !== undefined && known.size > 0) store.touch(KEY)
    },
  }
}

function pictureIn(bytes: Uint8Array): Picture {
  const { width, height } = imageDimensions(bytes) ?? {}
  return {
    width,
    height,
    format: pictureFormat(bytes),
    animated: isAnimated(bytes),
    digest: sha256(bytes).slice(0, 16),
  }
}

function lookOf({ size, mtime, identity }: SiteFile): string | undefined {
  if (identity === undefined) return undefined
  return `${identity.device} ${identity.inode} ${identity.changed} ${mtime} ${size}`
}

function rowsIn(bytes: Buffer | undefined): ReadonlyMap<string, Row> {
  return new Map(bytes === undefined ? [] : (JSON.parse(bytes.toString('utf8')) as [string, Row][]))
}
