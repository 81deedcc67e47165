/** `jekyll`: the version as which the site is built, and the environment of the build. */
import type { SiteView } from '../site-view.ts'
import { JekyllDrop } from './drop.ts'

export class EnvironmentDrop extends JekyllDrop {
  readonly className = 'Jekyll::Drops::JekyllDrop'
  override readonly style = 'class'

  constructor(private readonly view: SiteView) {
    super(view.config.reference)
  }

  override get(key: string): unknown {
    if (key === 'version') return this.view.config.reference.gems.jekyll
    return key === 'environment' ? this.view.config.environment : undefined
  }

  /** Jekyll's does not enumerate; only JSON shows its fields. */
  override keys(): readonly string[] {
    return []
  }

  override *jsonPairs(): Iterable<readonly [string, unknown]> {
    yield ['version', this.view.config.reference.gems.jekyll]
    yield ['environment', this.view.config.environment]
  }
}
