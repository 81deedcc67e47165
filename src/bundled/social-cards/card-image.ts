/** SVG to PNG, through resvg: a renderer in Rust, with no browser. Loaded on first use. */
import { importPackage, installedPackage } from '../../base/index.ts'

type Package = Pick<typeof import('@resvg/resvg-js'), 'Resvg'>

/** resvg from beside the `site` or the program. Rejects where it is not installed. */
export async function loadResvg(site: string | undefined): Promise<Package['Resvg']> {
  return (await importPackage<Package>('@resvg/resvg-js', site)).Resvg
}

/** Other pixels may come of another version. Undefined where there is none. */
export function resvgVersion(site: string | undefined): string | undefined {
  return installedPackage('@resvg/resvg-js', site)?.version
}

/**
 * A function that draws an SVG document with the typefaces at `fontFiles` and no others; rejects for a broken one.
 *
 * resvg's pixels, three megabytes a card, lie outside the memory that V8 counts, so that thousands of them would wait
 * for a collection that nothing calls for, and they are freed only between two turns of the event loop. An empty buffer
 * of the same size is counted, and costs nothing: held by the picture, it is there as long as the pixels are, and brings
 * the collection in time; then a turn passes.
 */
export function painter(
  Resvg: Package['Resvg'],
  fontFiles: readonly string[],
): (svg: string) => Promise<Uint8Array> {
  return async (svg) => {
    const picture = new Resvg(svg, {
      font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: 'Fira Sans' },
    }).render()
    const bytes = picture.asPng()
    Object.assign(picture, { counted: new ArrayBuffer(picture.width * picture.height * 4) })
    await new Promise((resolve) => setImmediate(resolve))
    return bytes
  }
}
