/** `jekyll`: the version whose behaviour this program has, and the environment of the build. */
import { JekyllDrop } from './drop.ts'

export const JEKYLL_VERSION = '4.3.1'

export class EnvironmentDrop extends JekyllDrop {
  readonly className = 'Jekyll::Drops::JekyllDrop'
  override readonly style = 'class'

  constructor(private readonly environment: string) {
    super()
  }

  override get(key: string): unknown {
    if (key === 'version') return JEKYLL_VERSION
    return key === 'environment' ? this.environment : undefined
  }

  /** Jekyll's does not enumerate; only JSON shows its fields. */
  override keys(): readonly string[] {
    return []
  }

  override *jsonPairs(): Iterable<readonly [string, unknown]> {
    yield ['version', JEKYLL_VERSION]
    yield ['environment', this.environment]
  }
}
