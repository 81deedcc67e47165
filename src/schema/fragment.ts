/**
 * Pieces of JSON Schema (draft 7, which YAML language servers read). Everything may be left empty in YAML, so each
 * piece takes null too. Keys of the site's own are forbidden only where a name is ours alone: `whirl`, `check`.
 */

export interface Fragment {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly examples?: readonly unknown[]
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Fragment
  readonly properties?: Keys
  readonly additionalProperties?: Fragment | boolean
  readonly anyOf?: readonly Fragment[]
  readonly required?: readonly string[]
  readonly deprecationMessage?: string
  readonly $ref?: string
}

/** Keys of a hash, each with what it may hold. */
export type Keys = Readonly<Record<string, Fragment>>

/** What a plugin reads, for the schemas that editors get. */
export interface PluginSettings {
  /** keys of `_config.yml` */
  readonly config?: Keys
  readonly frontMatter?: Keys
}

type More = Omit<Fragment, 'type' | 'description'>

export function text(description: string, more: More = {}): Fragment {
  return { type: ['string', 'null'], description, ...more }
}

/** Text, or what YAML makes of plain text: `2024`, `1.0`, `on`. */
export function scalar(description: string, more: More = {}): Fragment {
  return { type: ['string', 'number', 'boolean', 'null'], description, ...more }
}

export function flag(description: string, more: More = {}): Fragment {
  return { type: ['boolean', 'null'], description, ...more }
}

export function count(description: string, more: More = {}): Fragment {
  return { type: ['integer', 'null'], description, ...more }
}

export function list(
  description: string,
  items: Fragment = { type: ['string', 'number'] },
  more: More = {},
): Fragment {
  return { type: ['array', 'null'], description, items, ...more }
}

/** A list, or a single item in its place. */
export function oneOrMore(description: string, items: Fragment, more: More = {}): Fragment {
  return { description, anyOf: [items, { type: 'array', items }, { type: 'null' }], ...more }
}

export function hash(description: string, properties: Keys, more: More = {}): Fragment {
  return { type: ['object', 'null'], description, properties, ...more }
}

/** A hash with keys of the site's choice. */
export function mapping(description: string, values: Fragment, more: More = {}): Fragment {
  return { type: ['object', 'null'], description, additionalProperties: values, ...more }
}

/** One of several forms, whose own descriptions would stand in front of the whole's. */
export function either(description: string, ...forms: readonly Fragment[]): Fragment {
  const silent = forms.map(({ description: _, ...form }) => form)
  return { description, anyOf: [...silent, { type: 'null' }] }
}

/** A form without a description of its own, for `either`. */
export function bare(type: string, more: More = {}): Fragment {
  return { type, ...more }
}

/** One of these words, or a word of the site's own, which editors then do not complete. */
export function word(description: string, known: readonly string[], more: More = {}): Fragment {
  return {
    description,
    anyOf: [{ type: 'string', enum: known }, { type: 'string' }, { type: 'null' }],
    ...more,
  }
}

/** One of these words and no other. */
export function choice(description: string, known: readonly unknown[], more: More = {}): Fragment {
  return { description, enum: [...known, null], ...more }
}
