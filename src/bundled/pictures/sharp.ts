/** Pictures in other formats and widths, through sharp, which brings libvips for each system. Loaded on first use. */
import { importPackage, installedPackage } from '../../base/index.ts'
import type { Format } from './options.ts'

type Sharp = typeof import('sharp')['default']

/** A picture `width` pixels across, in a format; rejects for bytes that are no picture. */
export type Vary = (bytes: Uint8Array, width: number, format: Format) => Promise<Uint8Array>

/** Other bytes may come of another version. Undefined where there is none. */
export function sharpVersion(site: string | undefined): string | undefined {
  return installedPackage('sharp', site)?.version
}

/** sharp from beside the `site` or the program. Rejects where it is not installed. */
export async function loadVary(site: string | undefined, mostPixels: number): Promise<Vary> {
  const sharp = await importPackage<Sharp>('sharp', site)
  // Each picture is seen a few times and never again.
  sharp.cache(false)
  return (bytes, width, format) => {
    const turned = sharp(bytes, { limitInputPixels: mostPixels }).autoOrient().resize({ width })
    // Twice the effort makes files a fifth smaller and takes six times as long.
    const made = format === 'avif' ? turned.avif({ quality: 50, effort: 2 }) : turned.webp({ quality: 75 })
    return made.toBuffer()
  }
}
