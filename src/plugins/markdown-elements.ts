/** Elements of kramdown's that a plugin writes in the place of its converter, as the module kramdown has them. */

/** One that was shown, by its number, or an element: number, type, value, attributes, options, children. */
type MarkdownElement = number | readonly unknown[]

export interface MarkdownElements {
  /** kramdown's names of the types that it writes: `header`, `html_element` */
  readonly types: ReadonlySet<string>
  /** Called at the first of them in a text. What it returns writes one element, that many spaces in. */
  begin(document: MarkdownElementDocument): (el: MarkdownElement, indent: number) => string
}

/** What it may ask of the text that they stand in; elements are in kramdown's form. */
interface MarkdownElementDocument {
  readonly options: Readonly<Record<string, unknown>>
  inner(el: never, indent: number): string
  written(el: never, indent: number): string
  headerId(text: string): string
  addToContents(level: number, id: string, children: never): void
  coloured(code: string, language: string | undefined, kind: 'block' | 'span'): string | undefined
}
