/** SVG to PNG, through resvg: a renderer in Rust, with no browser. Loaded on first use. */
import { Resvg } from '@resvg/resvg-js'

/** A function that draws an SVG document with the typefaces at `fontFiles` and no others; throws for a broken one. */
export function painter(fontFiles: readonly string[]): (svg: string) => Uint8Array {
  return (svg) =>
    new Resvg(svg, {
      font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: 'Fira Sans' },
    })
      .render()
      .asPng()
}
