/** A drop whose fields are functions, each run once, when a template asks. */
import { Drop } from '../../plugin-api.ts'

type LazyFields = Readonly<Record<string, () => unknown>>

export class LazyDrop extends Drop {
  private readonly known = new Map<string, unknown>()

  /**
   * @param text what `{{ drop }}` prints
   * @param hidden fields that loops and JSON leave out: what is large, or leads in circles
   */
  constructor(
    private readonly fields: LazyFields,
    private readonly text: () => string,
    private readonly hidden: ReadonlySet<string> = NONE,
  ) {
    super()
  }

  override get(key: string): unknown {
    if (this.known.has(key)) return this.known.get(key)
    if (!Object.hasOwn(this.fields, key)) return undefined
    const value = this.fields[key]?.() ?? null
    this.known.set(key, value)
    return value
  }

  override has(key: string): boolean {
    return Object.hasOwn(this.fields, key)
  }

  override keys(): readonly string[] {
    return Object.keys(this.fields).filter((key) => !this.hidden.has(key))
  }

  override toText(): string {
    return this.text()
  }
}

const NONE: ReadonlySet<string> = new Set()

/** A hash for templates. */
export function hash(fields: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(fields))
}
