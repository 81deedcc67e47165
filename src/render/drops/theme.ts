/** `theme`: where the theme lies and what its gem says of itself (since Jekyll 4.3). */
import type { SiteView } from '../site-view.ts'
import { JekyllDrop } from './drop.ts'

/** In the order in which Jekyll's drop lists them. */
const KEYS = ['version', 'metadata', 'root', 'dependencies', 'authors', 'description'] as const

export class ThemeDrop extends JekyllDrop {
  readonly className = 'Jekyll::Drops::ThemeDrop'

  constructor(private readonly view: Pick<SiteView, 'config' | 'theme' | 'variable'>) {
    super(view.config.reference)
  }

  override get(key: string): unknown {
    if (key === 'root') return this.root()
    const known = KEYS.find((each) => each === key)
    return known === undefined || known === 'root' ? undefined : this.view.theme?.details?.[known]
  }

  private root(): unknown {
    const { config, theme } = this.view
    const hidden = config.rules.hidesThemeRoot && this.view.variable('JEKYLL_ENV') !== 'development'
    return hidden ? '' : theme?.root
  }

  override keys(): readonly string[] {
    return KEYS
  }

  override items(): readonly unknown[] {
    return KEYS
  }
}
