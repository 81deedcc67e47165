/** Tags and filters of Ruby, and what they may ask of the template that they stand in. */
import { isHash } from '../base/index.ts'
import type { FilterDefinition, RenderContext, TagSite } from '../liquid/index.ts'
import { asTag, documentOf, type Plugin, servicesOf } from '../plugins/index.ts'
import type { Renderable } from '../site/index.ts'
import type { Answers } from './bridge/conversation.ts'
import { withDrops } from './bridge/site-answers.ts'
import { toWire, type Wire } from './bridge/wire.ts'
import type { Registered } from './registered.ts'
import type { RubySession } from './session.ts'

/** The tags and filters of `registered`. */
export function templateParts(
  session: RubySession,
  { tags, filters }: Registered,
): Pick<Plugin, 'tags' | 'filters'> {
  const turns = new TemplateTurns()
  return {
    tags: Object.entries(tags).map(([name, body]) => rubyTag(session, turns, name, body)),
    filters: Object.fromEntries(
      Object.entries(filters).map(([name, [min, max]]) => [name, rubyFilter(session, turns, name, min, max)]),
    ),
  }
}

/** Numbers for the renderings of templates, which all tags and filters of one have in common. */
class TemplateTurns {
  readonly #numbers = new WeakMap<object, number>()
  #last = 0

  of({ registers }: RenderContext): number {
    const known = this.#numbers.get(registers)
    if (known !== undefined) return known
    this.#numbers.set(registers, ++this.#last)
    return this.#last
  }
}

function rubyTag(session: RubySession, turns: TemplateTurns, name: string, body: 'none' | 'block' | 'raw') {
  return asTag<{ readonly number: Wire; readonly site: TagSite }>({
    name,
    body,
    parse: (markup, site) => ({ number: session.job('tag', [name, markup, site.line]), site }),
    render: ({ number, site }, ctx, inside) =>
      String(session.job('render', [number, turns.of(ctx)], templateAnswers(session, ctx, site, inside))),
  })
}

function rubyFilter(
  session: RubySession,
  turns: TemplateTurns,
  name: string,
  min: number,
  max: number,
): FilterDefinition {
  return {
    min,
    max: max < 0 ? Number.POSITIVE_INFINITY : max,
    run: (ctx, input, ...given) => {
      const wire = [input, ...given].map((value) => toWire(value, session.held))
      const answers = templateAnswers(session, ctx, undefined, () => '')
      const made = session.job('filter', [name, turns.of(ctx), ...wire], answers)
      return withDrops(session.value(made), servicesOf(ctx).drop)
    },
  }
}

/** Variables of a template that Ruby gives. */
export function variablesOf(session: RubySession, wire: Wire): ReadonlyMap<string, unknown> {
  const value = session.shown(session.value(wire))
  return isHash(value) ? new Map([...value].map(([key, item]) => [String(key), item])) : new Map()
}

/** What may be asked while a template is rendered. */
function templateAnswers(
  session: RubySession,
  ctx: RenderContext,
  at: TagSite | undefined,
  body: () => string,
): Answers {
  const services = servicesOf(ctx)
  session.site = services.site
  session.drop = services.drop
  const textOf = (id: string): unknown => {
    const doc = session.document(id)
    return doc === null ? undefined : services.drop(doc as Renderable).get('content')
  }
  const render = (text: string): string => ctx.renderTemplate(at?.parse(text) ?? services.template(text))
  return {
    page: () => {
      const doc = documentOf(ctx)
      return doc === null ? ctx.get('page') : services.drop(doc)
    },
    drop: (id) => services.drop(session.document(String(id)) as Renderable),
    site_drop: () => ctx.get('site'),
    // Of those that are rendered by now, what came of them.
    content(given) {
      const id = String(given)
      const text = textOf(id)
      session.texts.set(id, text)
      return text
    },
    changed_texts() {
      const changed = [...session.texts].filter(([id, text]) => textOf(id) !== text).map(([id]) => id)
      for (const id of changed) session.texts.delete(id)
      return changed
    },
    evaluate: (markup) => ctx.evaluate(ctx.expression(String(markup))),
    assign: (name, value) => {
      ctx.assign(String(name), session.value(value ?? null))
    },
    output: (markup) => render(`{{ ${String(markup)} }}`),
    body: (overlay) => ctx.withScope(variablesOf(session, overlay ?? null), body),
    template: (text, data) => ctx.withScope(variablesOf(session, data ?? null), () => render(String(text))),
    markdownify: (text) => services.markdownify(String(text)),
    filter: (name, input, ...given) => {
      const values = given.map((each) => session.value(each))
      const replaced = session.replacedFilter(String(name))
      return replaced === undefined
        ? services.filter(ctx, String(name), session.value(input ?? null), ...values)
        : replaced.run(ctx, session.value(input ?? null), ...values)
    },
  }
}
