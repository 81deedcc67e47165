/**
 * jekyll-octicons 14.2: `{% octicon alert height:32 class:"a b" aria-label:hi %}` draws an icon of GitHub's.
 * https://primer.style/octicons/packages/jekyll
 */
import { asTag, definePlugin, escapeHtml, type RenderContext, type Template } from '../../plugin-api.ts'
import { type OcticonShape, octiconShape } from './shapes.ts'

interface Octicon {
  readonly markup: string
  /** the markup where it holds Liquid of its own */
  readonly template: Template | undefined
}

const DEFAULT_HEIGHT = 16
const OPTION = /([\w-]+)\s*:\s*("[^"]*"|'[^']*'|[^\s,|'"]+)/g

export const octicons = definePlugin({
  name: 'jekyll-octicons',
  tags: [
    asTag<Octicon>({
      name: 'octicon',
      parse: (markup, tagSite) => ({
        markup,
        template: markup.includes('{{') ? tagSite.parse(markup) : undefined,
      }),
      render: (state, ctx) => icon(state, ctx),
    }),
  ],
})

function icon({ markup, template }: Octicon, ctx: RenderContext): string {
  const text = (template === undefined ? markup : ctx.renderTemplate(template)).trim()
  const name = /^[^\s:]+(?=\s|$)/.exec(text)?.[0]
  if (name === undefined) return ''
  const options = new Map<string, string>()
  for (const [, key = '', value = ''] of text.slice(name.length).matchAll(OPTION))
    options.set(key, value.replace(/^(["'])(.*)\1$/s, '$2'))
  const width = numberOf(options.get('width'))
  const height = numberOf(options.get('height'))
  const shape = octiconShape(name, height ?? width ?? DEFAULT_HEIGHT)
  if (shape === undefined) return ctx.fail(`Couldn't find octicon symbol for "${name}"`)
  const attributes = new Map(options)
  attributes.set('class', `octicon octicon-${name} ${options.get('class') ?? ''}`.trim())
  attributes.set('viewBox', `0 0 ${shape.width} ${shape.height}`)
  attributes.set('version', '1.1')
  const size = sizeOf(shape, width, height)
  attributes.set('width', String(size.width))
  attributes.set('height', String(size.height))
  if (options.has('aria-label')) attributes.set('role', 'img')
  else attributes.set('aria-hidden', 'true')
  const words = [...attributes].map(([key, value]) => `${key}="${escapeHtml(value)}"`)
  return `<svg ${words.join(' ')}>${shape.path}</svg>`
}

/** Both as asked, the one that is not in proportion to the other; the drawing's own where neither is. */
function sizeOf(
  shape: OcticonShape,
  width: number | undefined,
  height: number | undefined,
): { width: number; height: number } {
  if (width !== undefined && height !== undefined) return { width, height }
  if (height !== undefined) return { width: Math.floor((height * shape.width) / shape.height), height }
  if (width !== undefined) return { width, height: Math.floor((width * shape.height) / shape.width) }
  return shape
}

function numberOf(text: string | undefined): number | undefined {
  const digits = /^\d+/.exec(text ?? '')?.[0]
  return digits === undefined ? undefined : Number(digits)
}
