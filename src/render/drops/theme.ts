/** `theme`: the theme's own data. */
import type { Theme } from '../../site/index.ts'
import { JekyllDrop } from './drop.ts'

const KEYS = ['root'] as const

export class ThemeDrop extends JekyllDrop {
  readonly className = 'Jekyll::Drops::ThemeDrop'

  constructor(private readonly theme: Theme) {
    super()
  }

  override get(key: string): unknown {
    return key === 'root' ? this.theme.root : undefined
  }

  override keys(): readonly string[] {
    return KEYS
  }

  override items(): readonly unknown[] {
    return KEYS
  }
}
