/** `link`: the url of a page, document or file by its path in the site. */
import type { TagDefinition, Template } from '../../liquid/index.ts'
import { HostError } from '../failure.ts'
import { registersOf } from '../registers.ts'
import { tagUrl } from '../site-url.ts'

interface State {
  readonly path: string
  readonly template: Template | undefined
}

export const link: TagDefinition<State> = {
  name: 'link',
  parse(markup, site) {
    const path = markup.trim()
    return { path, template: path.includes('{{') ? site.parse(path) : undefined }
  },
  render(state, ctx) {
    const { view } = registersOf(ctx)
    const path = state.template === undefined ? state.path : ctx.renderTemplate(state.template)
    const url = view.fileAt(path)?.url
    if (url === undefined) {
      throw new HostError(
        `Could not find document '${path}' in tag 'link'.\n\nMake sure the document exists and the path is correct.`,
        'render/link',
        path.startsWith('/') ? 'leave out the slash in front' : undefined,
      )
    }
    return tagUrl(view.config, url)
  },
}
