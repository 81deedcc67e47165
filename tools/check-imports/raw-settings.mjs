// Where a file takes the raw hash out of a configuration: `config.data`, or `data` in a pattern that takes one apart.
import { visitorKeys } from 'oxc-parser'

const RAW = 'data'

/** What names an expression or a pattern's key: the last of `site.config`, `this.#config`, `config`. */
function lastName(node) {
  switch (node?.type) {
    case 'Identifier':
    case 'PrivateIdentifier':
      return node.name
    case 'Literal':
      return node.value
    case 'MemberExpression':
      return node.computed && node.property.type !== 'Literal' ? undefined : lastName(node.property)
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return lastName(node.expression)
    default:
      return undefined
  }
}

/** Whether a type is a configuration's: `Config`, `Pick<Config, …>`, `Setup['config']`. */
function isConfigType(node) {
  if (node === null || typeof node !== 'object') return false
  switch (node.type) {
    case 'TSTypeAnnotation':
      return isConfigType(node.typeAnnotation)
    case 'TSTypeReference': {
      if (node.typeName.name === 'Config') return true
      const [first] = node.typeArguments?.params ?? []
      return /^(?:Pick|Omit|Readonly|Partial)$/.test(node.typeName.name) && isConfigType(first)
    }
    case 'TSIndexedAccessType':
      return node.indexType.type === 'TSLiteralType' && node.indexType.literal.value === 'config'
    default:
      return false
  }
}

/** The nodes of `program` at which the raw hash of a configuration is taken. */
export function rawSettings(program) {
  const found = []
  // Names that are declared to be a configuration, whatever they are called.
  const configs = new Set(['config'])
  const each = (node, see) => {
    see(node)
    for (const field of visitorKeys[node.type] ?? []) {
      const child = node[field]
      if (Array.isArray(child)) for (const one of child) one && each(one, see)
      else if (child) each(child, see)
    }
  }
  each(program, (node) => {
    if (node.type === 'Identifier' && isConfigType(node.typeAnnotation)) configs.add(node.name)
  })
  const isConfig = (node) => configs.has(lastName(node))
  /** `pattern` takes apart what `is` a configuration; patterns within it may take one, too. */
  const takeApart = (pattern, is) => {
    if (pattern?.type === 'AssignmentPattern') return takeApart(pattern.left, is)
    if (pattern?.type !== 'ObjectPattern') return
    for (const one of pattern.properties)
      if (one.type === 'Property' && is && lastName(one.key) === RAW) found.push(one)
  }
  each(program, (node) => {
    switch (node.type) {
      case 'MemberExpression':
        if (lastName(node) === RAW && isConfig(node.object)) found.push(node)
        break
      case 'ObjectPattern':
        takeApart(node, isConfigType(node.typeAnnotation))
        for (const one of node.properties)
          if (one.type === 'Property') takeApart(one.value, lastName(one.key) === 'config')
        break
      case 'VariableDeclarator':
        takeApart(node.id, node.init !== null && isConfig(node.init))
        break
      case 'AssignmentExpression':
        takeApart(node.left, isConfig(node.right))
        break
    }
  })
  return found
}
