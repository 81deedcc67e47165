/** What Dart Sass printed, spelled and laid out as libsass does. */
import type { SassSettings } from '../settings/sass.ts'
import { compactLayout } from './compact-layout.ts'
import { compressedRules } from './compressed-rules.ts'
import { expandedLayout } from './expanded-layout.ts'
import { showLaterRules } from './later-rules.ts'
import type { Layout } from './layout.ts'
import { libsassColours } from './libsass-colours.ts'
import { printPrivateCharacters } from './private-characters.ts'
import { withoutMarks } from './static-values.ts'

/** @param printed with the marks of kept values */
export function libsassStyle(printed: string, { compressed, compact }: SassSettings): Layout {
  const shown = showLaterRules(printed)
  const ruled = compressed ? compressedRules(shown) : undefined
  const named =
    ruled === undefined ? printPrivateCharacters(withImportUrls(shown)) : { css: ruled.css, lines: 0 }
  const coloured = libsassColours(named.css, compressed)
  const unmarked = withoutMarks(coloured.css)
  const layout = compressed ? undefined : compact ? compactLayout(unmarked.css) : expandedLayout(unmarked.css)
  return {
    css: layout?.css ?? unmarked.css,
    place(line, column) {
      const [row, start] = ruled?.place(line, column) ?? [line + named.lines, column]
      const at = unmarked.place(...coloured.place(row, start))
      return layout === undefined ? at : layout.place(...at)
    },
  }
}

/** `@import 'a.css'` as `@import url(a.css)`; addresses of elsewhere keep their quotes. */
function withImportUrls(css: string): string {
  return css.replace(/^@import (["'])((?!https?:|\/\/)[^"'\n]*\.css)\1;$/gm, '@import url($2);')
}
