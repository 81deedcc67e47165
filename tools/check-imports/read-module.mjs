// One file's syntax as facts: what it imports and exports, which names, members and calls stand in it.
import { parseSync, visitorKeys } from 'oxc-parser'
import { rawSettings } from './raw-settings.mjs'

/** Nodes below which an identifier of TypeScript's own is a value all the same. */
const VALUE_WRAPPERS = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSExportAssignment',
])

/** Parents and keys at which an identifier is a label or a name of a field. */
function isName(parent, key) {
  if (parent === undefined) return false
  if (parent.type === 'MemberExpression') return key === 'property' && !parent.computed
  if (key === 'key') return !parent.computed
  return (
    key === 'label' || parent.type === 'MetaProperty' || /^(?:Import|Export).*Specifier$/.test(parent.type)
  )
}

/** `a.b.c` as text; undefined for anything else. */
function dotted(node) {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'ChainExpression') return dotted(node.expression)
  if (node.type === 'ThisExpression') return 'this'
  if (node.type !== 'MemberExpression') return undefined
  const object = dotted(node.object) ?? ''
  return `${object}.${memberName(node) ?? '?'}`
}

/** The field a member expression names, where that is written down. */
function memberName({ computed, property }) {
  if (!computed) return property.name
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined
}

/** The text of a string written down: all of it, or what a template begins with. */
function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return { text: node.value, whole: true }
  if (node?.type === 'TemplateLiteral')
    return { text: node.quasis[0].value.cooked, whole: node.expressions.length === 0 }
  return undefined
}

const nameIn = (node) => (node.type === 'Literal' ? node.value : node.name)

/**
 * The facts of `text`. `imports`: [{ from, line, names: [{ name, local }], all }], where `all` means that any export may
 * be used; `exports`: name -> { line, from?, name?, local? }; `stars`: files whose every name is exported again.
 */
export function readModule(file, text) {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineOf = ({ start }) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle] <= start) low = middle
      else high = middle
    }
    return low + 1
  }
  const facts = {
    file,
    imports: [],
    exports: new Map(),
    stars: [],
    /** identifiers that stand for values: [{ name, line }] */
    values: [],
    /** every name that stands anywhere but in an import or an export list */
    mentioned: new Set(),
    members: [],
    calls: [],
    /** names of local things: parameters, variables, imports, functions */
    bound: new Set(),
    /** lines on which the raw hash of a configuration is taken */
    rawSettings: rawSettings(program).map(lineOf),
  }
  const namespaces = new Map()

  const importStatement = (node) => {
    const names = []
    for (const one of node.specifiers) {
      const local = one.local.name
      facts.bound.add(local)
      if (one.type === 'ImportNamespaceSpecifier') namespaces.set(local, { names, from: node.source.value })
      else
        names.push({ name: one.type === 'ImportDefaultSpecifier' ? 'default' : nameIn(one.imported), local })
    }
    facts.imports.push({ from: node.source.value, line: lineOf(node), names, all: false })
  }

  const exportStatement = (node) => {
    const line = lineOf(node)
    const from = node.source?.value
    if (node.type === 'ExportAllDeclaration') {
      if (node.exported === null) facts.stars.push({ from, line })
      else facts.exports.set(nameIn(node.exported), { line, from, all: true })
      return
    }
    if (node.type === 'ExportDefaultDeclaration') return void facts.exports.set('default', { line })
    for (const { exported, local } of node.specifiers)
      facts.exports.set(nameIn(exported), {
        line: lineOf(exported),
        ...(from === undefined ? { local: nameIn(local) } : { from, name: nameIn(local) }),
      })
    const { declaration } = node
    if (!declaration) return
    const ids =
      declaration.type === 'VariableDeclaration' ? declaration.declarations.map((one) => one.id) : []
    for (const id of ids.length > 0 ? ids : [declaration.id])
      for (const name of boundIn(id)) facts.exports.set(name, { line: lineOf(id) })
  }

  /** `await import(…)` with the names taken from it, where they can be read off. */
  const dynamicImport = (node, parents) => {
    const from = textOf(node.source)
    const entry = { from: from?.whole ? from.text : undefined, line: lineOf(node), names: [], all: true }
    facts.imports.push(entry)
    const [awaited, user] = parents
    if (awaited?.type !== 'AwaitExpression') return
    const names =
      user?.type === 'MemberExpression' && user.object === awaited
        ? [memberName(user)]
        : user?.type === 'VariableDeclarator' && user.id.type === 'ObjectPattern'
          ? user.id.properties.map((one) =>
              one.type === 'Property' && !one.computed ? nameIn(one.key) : undefined,
            )
          : [undefined]
    if (names.includes(undefined)) return
    entry.names = names.map((name) => ({ name, local: undefined }))
    entry.all = false
  }

  const visit = (node, parents, key, binding) => {
    const [parent] = parents
    switch (node.type) {
      case 'ImportDeclaration':
        return importStatement(node)
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
      case 'ExportDefaultDeclaration':
        exportStatement(node)
        if (node.source) return
        break
      case 'ImportExpression':
        dynamicImport(node, parents)
        break
      case 'TSImportType': {
        const from = (node.source ?? node.argument?.literal ?? node.argument).value
        let first = node.qualifier
        while (first?.type === 'TSQualifiedName') first = first.left
        const names = first ? [{ name: first.name, local: undefined }] : []
        facts.imports.push({ from, line: lineOf(node), names, all: !first })
        break
      }
      case 'TSImportEqualsDeclaration':
        facts.imports.push({ from: undefined, line: lineOf(node), names: [], all: true })
        break
      case 'MemberExpression': {
        const name = memberName(node)
        if (name !== undefined) facts.members.push({ name, line: lineOf(node) })
        break
      }
      case 'CallExpression':
      case 'NewExpression': {
        const callee = dotted(node.callee)
        if (callee !== undefined) {
          const empty = node.type === 'NewExpression' && node.arguments.length === 0
          const call = node.type === 'CallExpression' ? callee : empty ? `new ${callee}()` : `new ${callee}`
          facts.calls.push({ call, line: lineOf(node), argument: textOf(node.arguments[0]) })
        }
        break
      }
      case 'Identifier':
        if (!isName(parent, key) || (parent.type === 'Property' && parent.shorthand)) {
          facts.mentioned.add(node.name)
          if (binding) facts.bound.add(node.name)
          if (!parent.type.startsWith('TS') || VALUE_WRAPPERS.has(parent.type))
            facts.values.push({ name: node.name, line: lineOf(node), called: key === 'callee', binding })
          namespaceUse(node, parent, key)
        }
        break
      case 'JSXIdentifier':
        break
    }
    for (const field of visitorKeys[node.type] ?? []) {
      const child = node[field]
      const bindsHere = bindsAt(node, field, binding)
      const below = [node, ...parents.slice(0, 2)]
      if (Array.isArray(child)) for (const one of child) one && visit(one, below, field, bindsHere)
      else if (child) visit(child, below, field, bindsHere)
    }
  }

  /** `ns.name` uses one name; a namespace that goes elsewhere uses them all. */
  const namespaceUse = (node, parent, key) => {
    const namespace = namespaces.get(node.name)
    if (namespace === undefined) return
    const name =
      parent.type === 'MemberExpression' && key === 'object'
        ? memberName(parent)
        : parent.type === 'TSQualifiedName' && key === 'left'
          ? parent.right.name
          : undefined
    if (name !== undefined) namespace.names.push({ name, local: undefined })
    else facts.imports.push({ from: namespace.from, line: lineOf(node), names: [], all: true })
  }

  visit(program, [], undefined, false)
  return facts
}

/** Whether an identifier at `field` of `node` makes a name instead of using one. */
function bindsAt(node, field, binding) {
  if (field === 'typeAnnotation' || field === 'decorators') return false
  switch (node.type) {
    case 'VariableDeclarator':
      return field === 'id'
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return field === 'id' || field === 'params'
    case 'ClassDeclaration':
    case 'ClassExpression':
      return field === 'id'
    case 'CatchClause':
      return field === 'param'
    case 'AssignmentPattern':
      return binding && field === 'left'
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'RestElement':
    case 'FormalParameter':
    case 'FormalParameters':
    case 'TSParameterProperty':
      return binding
    case 'Property':
      return binding && field === 'value'
    default:
      return false
  }
}

/** The names that a pattern makes. */
function boundIn(pattern) {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => boundIn(one.type === 'Property' ? one.value : one.argument))
    case 'ArrayPattern':
      return pattern.elements.flatMap(boundIn)
    case 'AssignmentPattern':
      return boundIn(pattern.left)
    case 'RestElement':
      return boundIn(pattern.argument)
    default:
      return []
  }
}
