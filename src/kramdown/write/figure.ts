/** A paragraph that holds nothing but an image with the attribute `standalone`. */
import type { Element } from '../element.ts'
import type { Writer } from '../writer.ts'
import { attributesToHtml, spaces } from '../writer.ts'

export function figure(w: Writer, el: Element, img: Element, indent: number): string {
  const pad = spaces(w, indent)
  const own = new Map(el.attr ?? [])
  const image = new Map(img.attr ?? [])
  // Class and id move from the image to the figure, which keeps its own.
  for (const name of ['class', 'id']) {
    const value = image.get(name)
    if (value === undefined || own.has(name)) continue
    own.set(name, value)
    image.delete(name)
  }
  // kramdown prints the caption as it stands.
  const caption = image.get('alt') ?? ''
  let out = `${pad}<figure${attributesToHtml(own)}>\n${pad}  <img${attributesToHtml(image)} />\n`
  out += `${pad}  <figcaption>${caption}</figcaption>\n`
  return `${out}${pad}</figure>\n`
}
