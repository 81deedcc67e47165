/** Writers of elements that are not kramdown's own converter: they are shown elements as kramdown has them, and may have them written. */

export interface OwnElements {
  /** kramdown's names of the types that it writes: `header`, `html_element` */
  readonly types: ReadonlySet<string>
  /** Called at the first of them in a text. What it returns writes one element, that many spaces in; a number is one that it was shown. */
  begin(document: ElementDocument): (el: ShownElement | number, indent: number) => string
}

/** What whoever writes elements may ask of the text that they stand in. */
export interface ElementDocument {
  /** kramdown's options, as they were given */
  readonly options: Readonly<Record<string, unknown>>
  /** the children of `el`, an element that many spaces in */
  inner(el: GivenElement, indent: number): string
  /** `el` as kramdown itself writes it */
  written(el: GivenElement, indent: number): string
  /** an id that no header has, made of `text` */
  headerId(text: string): string
  /** Adds an entry to the table of contents. */
  addToContents(level: number, id: string, children: readonly GivenElement[]): void
  /** `code` coloured, with what stands around it; undefined where it stays plain */
  coloured(code: string, language: string | undefined, kind: 'block' | 'span'): string | undefined
}

/**
 * An element as kramdown has it. Attributes and options are names, each with its value behind it. The value of an entity is its code
 * point. Options: `level` and `raw_text` of headers, `fenced` and `lang` of code, `category`, `content_model`, `is_closed`,
 * `transparent` of paragraphs without tags, `alignment` of tables, `name` of footnotes, `refs` of an image's attribute list.
 */
export type ShownElement = readonly [
  number: number,
  type: string,
  value: string | number | null,
  attributes: readonly (string | null)[],
  options: readonly OptionValue[],
  children: readonly ShownElement[],
]

export type OptionValue = string | number | boolean | null | readonly string[]

/** One that was shown, by its number; or another in the same form, with a number of its giver's if it was not: below zero. */
export type GivenElement =
  | number
  | readonly [
      number: number,
      type: string,
      value: string | number | null,
      attributes: readonly (string | null)[],
      options: readonly OptionValue[],
      children: readonly GivenElement[],
    ]
