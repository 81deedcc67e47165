/** What all of Jekyll's drops share: how they look in `inspect`, in JSON and as text. */
import type { Reference } from '../../base/index.ts'
import { Drop } from '../../liquid/index.ts'
import type { DocId } from '../../site/index.ts'

export abstract class JekyllDrop extends Drop {
  /** @param reference says how its JSON is written */
  constructor(readonly reference: Reference) {
    super()
  }

  /** Ruby's class, which is what `{{ drop }}` prints unless the drop has a text of its own. */
  abstract readonly className: string

  /** the document of the site that it shows */
  get documentId(): DocId | undefined {
    return undefined
  }

  override toText(): string {
    return this.className
  }

  /** `hash`: inspects and prints as a Ruby Hash; `json`: inspects as pretty JSON; `class`: as its class's name. */
  readonly style: 'hash' | 'json' | 'class' = 'json'

  /**
   * The pairs JSON shows, at a nesting of `depth` (0: outermost). Ruby finds documents and pages inside other drops as
   * objects without a JSON of their own; such drops give their text instead.
   */
  jsonPairs(_depth: number): Iterable<readonly [string, unknown]> {
    return this.keys().map((key) => [key, this.get(key)] as const)
  }
}
