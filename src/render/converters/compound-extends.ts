/** `@extend .a.b`, which libsass takes for `@extend .a, .b` and Dart Sass refuses. */

const EXTEND = /(@extend[ \t]+)((?:[^;{}\n!#]|#(?!\{))+)/g
const SIMPLE = /[.#%]?[\w\u0080-\uffff-]+|\*|::?[\w-]+(?:\([^()]*\))?|\[[^[\]]*\]/g

/** The style sheet with the parts of such selectors one by one. Linear in `text`. */
export function partCompoundExtends(text: string): string {
  if (!text.includes('@extend')) return text
  return text.replace(EXTEND, (_, head: string, selectors: string) => {
    const parts = selectors.split(',').map((each) => {
      const own = each.trim()
      const simple = own.match(SIMPLE) ?? []
      // What has blanks or anything else in it is another matter.
      return simple.length > 1 && simple.join('') === own ? each.replace(own, () => simple.join(', ')) : each
    })
    return head + parts.join(',')
  })
}
