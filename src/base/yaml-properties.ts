/** What stands before a document, and before a node. */
import type { YamlScanner } from './yaml-scanner.ts'
import { TOKEN, YamlFailure } from './yaml-token.ts'

/** The anchor and the tag of a node; `start` is where the first of both stands, or the node. */
export interface Properties {
  readonly anchor: string | undefined
  readonly tag: string
  readonly start: number
}

/** Reads the directives before a document: the handles that its tags may have. */
export function readDirectives(scanner: YamlScanner): ReadonlySet<string> {
  const handles = new Set(['!', '!!'])
  let found = false
  for (let token = scanner.peek(); token.type === TOKEN.directive; token = scanner.peek()) {
    const [name, handle = ''] = token.text.slice(1).split(/\s+/)
    if (name === 'TAG') handles.add(handle)
    else if (!/^1\.[12]$/.test(handle)) throw new YamlFailure('found incompatible YAML document', '', 0)
    scanner.skip()
    found = true
  }
  if (found && scanner.peek().type !== TOKEN.documentStart)
    throw new YamlFailure('did not find expected <document start>', '', 0)
  return handles
}

/** Reads the properties of a node whose tags may have `handles`. */
export function readProperties(scanner: YamlScanner, handles: ReadonlySet<string>): Properties {
  let token = scanner.peek()
  const { start } = token
  let anchor: string | undefined
  let tag = ''
  while ((token.type === TOKEN.anchor && anchor === undefined) || (token.type === TOKEN.tag && tag === '')) {
    if (token.type === TOKEN.anchor) anchor = token.text
    else tag = token.text
    scanner.skip()
    token = scanner.peek()
  }
  const handle = /^![\w-]*!/.exec(tag)?.[0]
  if (handle !== undefined && !handles.has(handle))
    throw new YamlFailure('found undefined tag handle', 'while parsing a node', start)
  return { anchor, tag, start }
}
