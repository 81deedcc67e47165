/** WordPress' shortcodes, `[caption]` and the like, as HTML. */
import { escapeXmlText } from '../base/index.ts'

const CODE = /\[(sourcecode|code|highlight)(\s[^\]]*)?\]([\s\S]*?)\[\/\1\]/g
const CAPTION = /\[(?:wp_)?caption[^\]]*?(?:caption="([^"]*)")?[^\]]*\]([\s\S]*?)\[\/(?:wp_)?caption\]/g
const EMBED = /\[(?:embed|youtube|vimeo|twitter)[^\]]*?=?\s*\]?(https?:\/\/[^\s[\]"]+)\]?(?:\[\/embed\])?/g
/** Those that WordPress itself and its well-known plugins bring, without something to show here. */
const OTHERS =
  /\[(gallery|audio|video|playlist|contact-form(?:-7|-field)?|gravityform|polldaddy|googlemaps|toc)\b[^\]]*\]/g

/** `html` whose shortcodes are HTML; `note` hears of each that is not, as it is written. */
export function withoutShortcodes(html: string, note: (what: string, written: string) => void): string {
  if (!html.includes('[')) return html
  return html
    .replace(CODE, (_, __, attributes: string | undefined, code: string) => {
      const language = /(?:lang(?:uage)?)=["']?([\w+#-]+)/.exec(attributes ?? '')?.[1]
      return `<pre${language === undefined ? '' : ` lang="${language}"`}>${escapeXmlText(code.replace(/^\n/, ''))}</pre>`
    })
    .replace(CAPTION, (_, written: string | undefined, inside: string) => {
      const [, picture = '', words = ''] =
        /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/.exec(inside) ?? []
      return picture === ''
        ? inside
        : `<figure>${picture}<figcaption>${(written ?? words).trim()}</figcaption></figure>`
    })
    .replace(EMBED, (_, address: string) => `<a href="${address}">${address}</a>`)
    .replace(OTHERS, (written, name: string) => {
      note(`the shortcode [${name}] stands for nothing here`, written)
      return ''
    })
}
