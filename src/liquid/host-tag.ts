/** A tag of the host as the parser knows tags. */

import { CompiledExpression, evaluate } from './evaluate.ts'
import { parseExpression } from './expression.ts'
import type { Body, Node } from './node.ts'
import type { Parser, Tag } from './parser.ts'
import type { TagDefinition, TagSite, Template } from './types.ts'

/** `markup` as a value, for host tags. */
export function compileExpression(markup: string): CompiledExpression {
  const tree = parseExpression(markup)
  return new CompiledExpression(markup, tree, (scope) => evaluate(tree, scope))
}

/** What a tag of the host is told of its place. */
export function tagSite(
  tagName: string,
  path: string | undefined,
  line: number,
  fail: (message: string, help?: string) => never,
  warn: (message: string) => void,
  parseTemplate: (source: string, path: string | undefined) => Template,
): TagSite {
  return {
    tagName,
    path,
    line,
    expression: compileExpression,
    parse: (source, ownPath) => parseTemplate(source, ownPath ?? path),
    fail,
    warn,
  }
}

export function hostTag(definition: TagDefinition): Tag {
  const { name } = definition
  return {
    name,
    parse(p: Parser, markup: string): Node {
      const { line } = p
      const site = tagSite(
        name,
        p.options.path,
        line,
        (message, help) => p.fail(message, help),
        (message) => p.warn(message),
        (source, path) => p.options.hosts.parseTemplate(source, path),
      )
      const state = definition.parse(markup, site)
      const index = p.options.hosts.add({ tag: definition, state }, { name, markup, line })
      let body: Body | undefined
      let raw = ''
      if (definition.body === 'block') body = p.block(name)
      else if (definition.body === 'raw') raw = p.rawBody(name)
      const blank = body?.blank ?? false
      return {
        line,
        blank,
        dynamic: true,
        emit(e) {
          e.guarded(line, blank, () => {
            const render = body === undefined ? `()=>${e.string(raw)}` : e.callback(body)
            e.append(`rt.host(H[${index}],${e.line(line)},${render})`)
          })
          e.checkInterrupt()
        },
        reads(r) {
          const reads = definition.reads?.(state)
          if (reads === undefined) r.dynamic()
          for (const expression of reads?.expressions ?? []) r.expr((expression as CompiledExpression).tree)
          for (const partial of reads?.partials ?? []) r.partialNamed(partial)
          if (body !== undefined) r.body(body)
        },
      }
    },
  }
}
