/** What the search for a theme passes around. */
import type { Diagnostic } from '../../base/index.ts'
import type { Gate } from '../../files/index.ts'
import type { ThemeSource } from '../../read/index.ts'
import type { Bundle } from './gemfile.ts'

/** Where installed and fetched themes may lie. */
export interface ThemeSearch {
  /** `GEM_HOME` and `GEM_PATH`, as the environment has them */
  readonly gemHome?: string | undefined
  readonly gemPath?: string | undefined
  /** what `~/` means; its gems and its cache are looked at, too. Without it `~` is a name like any other */
  readonly home?: string | undefined
  /** `BUNDLE_PATH` */
  readonly bundlePath?: string | undefined
  /** where the system keeps gems, with `*` for any one name; the usual places when absent */
  readonly gemPlaces?: readonly string[] | undefined
  /** what Bundler's files say; those of the site are read when absent */
  readonly bundle?: Bundle | undefined
  /** the gate to the site's files, which tells what was passed over there; one of its own when absent */
  readonly gate?: Gate | undefined
  /** the directory of fetched themes; undefined: `~/.cache/whirl/themes`, without a home one in the site's cache */
  readonly themeCache?: string | undefined
}

/** A theme that `theme:` names. */
interface GemOrder {
  readonly kind: 'gem'
  readonly name: string
}

/** A theme that `remote_theme:` names. */
export interface RemoteOrder {
  readonly kind: 'remote'
  /** as templates and messages call it: `pages-themes/cayman` */
  readonly name: string
  /** its key in the lock: the name with the host, when it is not GitHub, and the ref */
  readonly key: string
  /** `https://github.com` */
  readonly origin: string
  readonly owner: string
  readonly repository: string
  /** branch, tag or commit; `HEAD` when none is named; `latest` is the newest release */
  readonly ref: string
}

export type ThemeOrder = GemOrder | RemoteOrder

export interface FoundTheme {
  readonly theme: ThemeSource | undefined
  /** the theme to fetch, when one is named that is nowhere on this machine */
  readonly wanted?: ThemeOrder
  /** what templates see as `site.theme` when `remote_theme` sets it */
  readonly siteTheme?: string
  readonly diagnostics: readonly Diagnostic[]
}
