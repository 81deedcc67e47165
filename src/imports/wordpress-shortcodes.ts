/** WordPress' shortcodes, `[caption]` and the like, as HTML. */
import { escapeXmlText } from '../base/index.ts'

/** A shortcode ends before the next begins, so that each character is looked at once. */
const TAG = /\[([a-z][\w-]*)([^[\]]*)\]/y
const CODE = /^(?:sourcecode|code|highlight)$/
const CAPTION = /^(?:wp_)?caption$/
const EMBED = /^(?:embed|youtube|vimeo|twitter)$/
/** Those that WordPress itself and its well-known plugins bring, without something to show here. */
const OTHERS =
  /^(?:gallery|audio|video|playlist|contact-form(?:-7|-field)?|gravityform|polldaddy|googlemaps|toc)$/
const ADDRESS = /https?:\/\/[^\s[\]"]+/
const ADDRESS_NEXT = /\s*(https?:\/\/[^\s[\]"]+)/y

/** `html` whose shortcodes are HTML; `note` hears of each that is not, and of its offset in `html`. */
export function withoutShortcodes(html: string, note: (what: string, at: number) => void): string {
  const endOf = endFinder(html)
  let out = ''
  let done = 0
  for (let at = html.indexOf('['); at !== -1; at = html.indexOf('[', Math.max(done, at + 1))) {
    TAG.lastIndex = at
    const [written = '', name = '', attributes = ''] = TAG.exec(html) ?? []
    const after = at + written.length
    let instead: string | undefined
    let end = after
    if (CODE.test(name) || CAPTION.test(name)) {
      const close = endOf(name, after)
      if (close === -1) continue
      const inside = html.slice(after, close)
      instead = CODE.test(name) ? code(attributes, inside) : caption(attributes, inside)
      end = close + name.length + 3
    } else if (EMBED.test(name)) {
      ADDRESS_NEXT.lastIndex = after
      const within = ADDRESS.exec(attributes)?.[0]
      const address = within ?? ADDRESS_NEXT.exec(html)?.[1]
      if (address === undefined) continue
      if (within === undefined) end = ADDRESS_NEXT.lastIndex
      instead = `<a href="${address}">${address}</a>`
      const close = `[/${name}]`
      if (html.startsWith(close, end)) end += close.length
    } else if (OTHERS.test(name)) {
      note(`the shortcode [${name}] stands for nothing here`, at)
      instead = ''
    } else continue
    out += html.slice(done, at) + instead
    done = end
  }
  return out + html.slice(done)
}

function code(attributes: string, inside: string): string {
  const language = /lang(?:uage)?=["']?([\w+#-]+)/.exec(attributes)?.[1]
  return `<pre${language === undefined ? '' : ` lang="${language}"`}>${escapeXmlText(inside.replace(/^\n/, ''))}</pre>`
}

function caption(attributes: string, inside: string): string {
  const written = /caption="([^"]*)"/.exec(attributes)?.[1]
  const [, picture = '', words = ''] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/.exec(inside) ?? []
  return picture === ''
    ? inside
    : `<figure>${picture}<figcaption>${(written ?? words).trim()}</figcaption></figure>`
}

/** Where `[/name]` stands from an offset on, or -1. Asked with growing offsets, it looks at each character once a name. */
function endFinder(html: string): (name: string, from: number) => number {
  const known = new Map<string, number>()
  return (name, from) => {
    let at = known.get(name) ?? 0
    if (at !== -1 && at < from) at = html.indexOf(`[/${name}]`, from)
    known.set(name, at)
    return at
  }
}
