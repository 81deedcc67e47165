/** What a build warned of, on the page that came out wrong: the browser shows what the terminal shows. */
import { escapeHtml } from '../base/index.ts'

const STYLE =
  'all:initial;display:block;position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:40vh;overflow:auto;padding:.8rem 1.2rem;background:#000;color:#ffd866;border-top:3px solid #ffd866;font:14px/1.5 monospace;white-space:pre-wrap'

/** `html` with `notes` shown at its lower edge. */
export function withNotes(html: string, notes: readonly string[]): string {
  if (notes.length === 0) return html
  const box = `<aside role="status" aria-label="Warnings of the build" style="${STYLE}">${notes.map(escapeHtml).join('\n\n')}</aside>`
  const end = html.toLowerCase().lastIndexOf('</body>')
  return end === -1 ? html + box : html.slice(0, end) + box + html.slice(end)
}
