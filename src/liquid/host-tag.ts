/** A tag of the host as the parser knows tags. */
import { CompiledExpression, evaluate } from './evaluate.ts'
import { parseExpression } from './expression.ts'
import type { Body, Node } from './node.ts'
import type { Parser, Tag } from './parser.ts'
import type { TagDefinition, TagSite } from './types.ts'

/** `markup` as a value, for host tags. */
function compileExpression(markup: string): CompiledExpression {
  const tree = parseExpression(markup)
  return new CompiledExpression(markup, (scope) => evaluate(tree, scope))
}

/** What a tag of the host is given of its place. */
function tagSite(p: Parser, tagName: string): TagSite {
  const { path } = p.options
  return {
    tagName,
    path,
    line: p.line,
    expression: compileExpression,
    parse: (source, ownPath) => p.options.hosts.parseTemplate(source, ownPath ?? path),
    fail: (message, help) => p.fail(message, help),
    warn: (message) => p.warn(message),
  }
}

export function hostTag(definition: TagDefinition): Tag {
  const { name } = definition
  return {
    name,
    parse(p: Parser, markup: string): Node {
      const { line } = p
      const state = definition.parse(markup, tagSite(p, name))
      const index = p.options.hosts.add({ tag: definition, state })
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
            const output = `rt.host(H[${index}],${e.line(line)},${render})`
            if (blank && !e.dialect.printsBlankBlocks) e.write(`${output};`)
            else {
              e.append(output)
              e.begins('rt.ascii')
            }
          })
          e.checkInterrupt()
        },
      }
    },
  }
}
