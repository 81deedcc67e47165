/** Looks over what a module exports as its plugin, so that a slip of the pen is reported once, in words, and not felt later. */
import { BuildError, type Diagnostic, nearest } from '../base/index.ts'
import { type Plugin, PRIORITIES } from './api.ts'
import { nameOf } from './guard.ts'
import { isEvent } from './hooks.ts'
import type { PluginOrigin } from './origin.ts'

/** What is wrong with a part, and how it should be; undefined when nothing is. */
type Check = (value: unknown) => string | undefined

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isFunction: Check = (value) =>
  typeof value === 'function' ? undefined : `is ${nameOf(value)}, not a function`

const texts: Check = (value) => {
  if (!isObject(value)) return `is ${nameOf(value)}, not an object of names and texts`
  const odd = Object.entries(value).find(([, text]) => typeof text !== 'string')
  return odd === undefined ? undefined : `has ${nameOf(odd[1])} under '${odd[0]}', not text`
}

const isNames: Check = (value) =>
  Array.isArray(value) && value.every((name) => typeof name === 'string')
    ? undefined
    : `is ${nameOf(value)}, not a list of names`

/** The parts of a plugin besides its name. */
const PARTS: Readonly<Record<Exclude<keyof Plugin, 'name' | 'origin' | 'recording'>, Check>> = {
  priority: (value) =>
    typeof value === 'string' && Object.hasOwn(PRIORITIES, value)
      ? undefined
      : `is ${JSON.stringify(value)}, and there are ${Object.keys(PRIORITIES).join(', ')}`,
  settings: (value) => {
    if (!isObject(value)) return `is ${nameOf(value)}, not \`{ config, frontMatter }\``
    for (const [part, keys] of Object.entries(value)) {
      if (part !== 'config' && part !== 'frontMatter')
        return `has '${part}', and there are config, frontMatter`
      if (!isObject(keys))
        return `has ${nameOf(keys)} under '${part}', not an object of keys and JSON Schemas`
      const odd = Object.entries(keys).find(([, fragment]) => !isObject(fragment))
      if (odd !== undefined) return `has ${nameOf(odd[1])} under '${part}.${odd[0]}', not a JSON Schema`
    }
    return undefined
  },
  pure: (value) => (typeof value === 'boolean' ? undefined : `is ${nameOf(value)}, not true or false`),
  variables: isNames,
  rules: isNames,
  needs: isFunction,
  versions: isFunction,
  generate: isFunction,
  generateLast: isFunction,
  fields: isFunction,
  finish: isFunction,
  staticFiles: isFunction,
  builds: isFunction,
  check: isFunction,
  newDocument: isFunction,
  hooks: (value) => {
    if (!isObject(value)) return `is ${nameOf(value)}, not an object of events and functions`
    for (const [event, hook] of Object.entries(value)) {
      // What is not an event is reported with the list of them when the hooks are put in order.
      if (hook === undefined || typeof hook === 'function' || !isEvent(event)) continue
      if (!isObject(hook) || typeof hook.run !== 'function')
        return `has ${nameOf(hook)} under '${event}', not a function or \`{ match, run }\``
      const { match } = hook
      if (match !== undefined && !(match instanceof RegExp) && typeof match !== 'function')
        return `has a \`match\` under '${event}' that is ${nameOf(match)}, not a regular expression or a function`
    }
    return undefined
  },
  tags: list((tag) => {
    if (typeof tag.name !== 'string' || !/^[\w-]+$/.test(tag.name)) return 'has a tag without a name'
    if (typeof tag.parse !== 'function' || typeof tag.render !== 'function')
      return `has the tag '${tag.name}' without its \`parse\` or its \`render\``
    return tag.body === undefined || ['none', 'block', 'raw'].includes(String(tag.body))
      ? undefined
      : `has the tag '${tag.name}' with a body of ${JSON.stringify(tag.body)}, and there are none, block, raw`
  }),
  filters: (value) => {
    if (!isObject(value)) return `is ${nameOf(value)}, not an object of names and filters`
    for (const [name, filter] of Object.entries(value))
      if (
        !isObject(filter) ||
        typeof filter.min !== 'number' ||
        typeof filter.max !== 'number' ||
        typeof filter.run !== 'function'
      )
        return `has ${nameOf(filter)} under '${name}', not \`{ min, max, run }\``
    return undefined
  },
  converters: list((converter) => {
    if (typeof converter.name !== 'string') return 'has a converter without a name'
    const missing = ['matches', 'outputExt', 'convert'].find((part) => typeof converter[part] !== 'function')
    if (missing !== undefined) return `has the converter '${converter.name}' without its \`${missing}\``
    return typeof converter.priority === 'number'
      ? undefined
      : `has the converter '${converter.name}' without a \`priority\` (a number; Jekyll's own have 0)`
  }),
  codeBlocks: list(({ languages, render }) => {
    const isName = (name: unknown): boolean => typeof name === 'string' && name !== ''
    if (!Array.isArray(languages) || languages.length === 0 || !languages.every(isName))
      return "has code blocks without their `languages`, a list of names: `['mermaid']`"
    return typeof render === 'function'
      ? undefined
      : `has the code blocks of '${languages.join("', '")}' without their \`render\``
  }),
  markdown: (value) => {
    if (!isObject(value)) return `is ${nameOf(value)}, not an object with \`fence\` or \`html\``
    const odd = ['fence', 'html', 'understands'].find(
      (part) => value[part] !== undefined && typeof value[part] !== 'function',
    )
    return odd === undefined ? undefined : `has ${nameOf(value[odd])} under \`${odd}\`, not a function`
  },
  elements: (value) =>
    isObject(value) && value.types instanceof Set && typeof value.begin === 'function'
      ? undefined
      : `is ${nameOf(value)}, not an object with \`types\` and \`begin\``,
  maths: (value) => (value === 'mathml' ? undefined : `is ${nameOf(value)}, not 'mathml'`),
  includes: texts,
  layouts: texts,
  activeSupport: (value) =>
    typeof value === 'boolean' ? undefined : `is ${nameOf(value)}, not true or false`,
}

function list(check: (item: Readonly<Record<string, unknown>>) => string | undefined): Check {
  return (value) => {
    if (!Array.isArray(value)) return `is ${nameOf(value)}, not a list`
    for (const item of value) {
      const wrong = isObject(item) ? check(item) : `has ${nameOf(item)} in it`
      if (wrong !== undefined) return wrong
    }
    return undefined
  }
}

/** Whether `value` is meant as a plugin: it has a name and some part of one. */
export function looksLikePlugin(value: unknown): boolean {
  if (!isObject(value) || typeof value.name !== 'string') return false
  return Object.keys(PARTS).some((part) => value[part] !== undefined)
}

/**
 * `value` as a plugin that comes from `origin`; its functions keep the object as their `this`. Throws a BuildError that
 * names the first part that is wrong.
 */
export function checkedPlugin(value: unknown, origin: PluginOrigin): Plugin {
  if (!isObject(value) || typeof value.name !== 'string' || value.name === '')
    throw wrongPlugin(
      `The plugin ${origin.file} exports no plugin.`,
      'write `export default definePlugin({ name: … })`',
    )
  const { name } = value
  for (const key of Object.keys(value)) {
    if (key === 'name' || key === 'origin' || Object.hasOwn(PARTS, key) || value[key] === undefined) continue
    const near = nearest(key, Object.keys(PARTS))
    throw wrongPlugin(
      `The plugin '${name}' has a part '${key}', which plugins do not have.`,
      `${near === undefined ? '' : `did you mean '${near}'? `}The parts are ${['name', ...Object.keys(PARTS)].join(', ')}`,
      origin,
    )
  }
  const parts: Record<string, unknown> = { name, origin }
  for (const [key, check] of Object.entries(PARTS)) {
    const part = value[key]
    if (part === undefined) continue
    const wrong = check(part)
    if (wrong !== undefined)
      throw wrongPlugin(`The plugin '${name}': its \`${key}\` ${wrong}.`, undefined, origin)
    parts[key] = typeof part === 'function' ? part.bind(value) : part
  }
  return parts as unknown as Plugin
}

function wrongPlugin(message: string, help: string | undefined, origin?: PluginOrigin): BuildError {
  const diagnostic: Diagnostic = {
    code: 'plugins/bad-plugin',
    severity: 'error',
    message,
    help: help ?? 'docs/plugins.md has an example of each part',
    trail: origin === undefined ? [] : [`defined in ${origin.file}`],
  }
  return new BuildError([diagnostic])
}
