/** What plugins' tags and filters may ask of a rendering. */
import type { Diagnostic } from '../base/index.ts'
import { LIQUID_FILTERS } from '../liquid/index.ts'
import type { Services } from '../plugins/index.ts'
import { MARKDOWN } from './converters/markdown.ts'
import { HostError } from './failure.ts'
import { noMethod, rubyClass } from './ruby-message.ts'
import { absoluteUrl, relativeUrl } from './site-url.ts'
import type { Shared } from './work.ts'

/** The functions stand by themselves: plugins take apart what they are given. */
export class RenderServices implements Services {
  /**
   * @param warn takes the warnings of the text at work
   * @param isExcerpt whether that is an excerpt
   */
  constructor(
    private readonly shared: Shared,
    readonly warn: (diagnostic: Diagnostic) => void,
    readonly isExcerpt = false,
  ) {}

  /** Got only when asked for: whoever has it may read anything. */
  get site(): Services['site'] {
    return this.shared.view.forPlugins()
  }

  readonly drop: Services['drop'] = (doc) => this.shared.drops.of(doc)
  readonly content: Services['content'] = (doc) => this.shared.view.content(doc)
  readonly markdownify = (text: string): string => this.shared.converters.piece(MARKDOWN, text)
  readonly template: Services['template'] = (text) => this.shared.engine.parse(text)
  readonly relativeUrl = (text: string): string => relativeUrl(this.shared.view.config, text)
  readonly fileAt: Services['fileAt'] = (path) => {
    const { view } = this.shared
    const found = view.fileAt(path)
    if (found !== undefined && 'kind' in found) view.noteDate(found)
    return found
  }
  readonly picture: Services['picture'] = (url) => this.shared.view.pictureAt(url)
  readonly once: Services['once'] = (key, make) => this.shared.view.once(key, make)
  readonly absoluteUrl = (text: string): string => absoluteUrl(this.shared.view.config, text)
  readonly locale: Services['locale'] = (tag) => this.shared.locale(tag)
  readonly raise: Services['raise'] = (message, help) => {
    throw new HostError(message, 'plugins/ruby-error', help)
  }
  readonly noMethod: Services['noMethod'] = (method, value) => {
    throw noMethod(method, value)
  }
  readonly rubyClass = rubyClass
  readonly filter: Services['filter'] = (ctx, name, input, ...args) => {
    const filter = this.shared.filters[name] ?? LIQUID_FILTERS[name]
    return filter === undefined ? input : filter.run(ctx, input, ...args)
  }
}
