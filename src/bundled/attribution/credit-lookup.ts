/** `credit_for[path]`: the credit of a file, for includes that show pictures. */
import { Drop } from '../../plugin-api.ts'
import { sitePathOf } from './asset-paths.ts'
import { byAsset } from './credits.ts'
import { baseurlOf } from './decide.ts'
import { creditDrop } from './license-drop.ts'
import type { Credit } from './model.ts'
import type { Shelf } from './shelf.ts'
import type { Tongue } from './tongue.ts'

export class CreditLookup extends Drop {
  private readonly own: ReadonlyMap<string, Credit>

  /** @param credits those of the page, which go before those of the site */
  constructor(
    credits: readonly Credit[],
    private readonly tongue: Tongue,
    private readonly shelf: Shelf,
  ) {
    super()
    this.own = byAsset(credits)
  }

  override get(key: string): unknown {
    const path = sitePathOf(key, baseurlOf(this.shelf.site))
    const credit = this.own.get(path) ?? this.shelf.model.creditsByAsset.get(path)
    return credit === undefined ? undefined : creditDrop(credit, this.tongue, this.shelf)
  }

  /** Any path may be asked for. */
  override has(): boolean {
    return true
  }

  override toText(): string {
    return ''
  }
}
