/** A menu as the configuration has it: what of it leads somewhere and says so, and what is wrong with the rest. */
import { type Hash, isHash, rubyToS, type Value } from '../../plugin-api.ts'
import type { Places } from './places.ts'
import { titleOf } from './title.ts'

interface MenuView {
  /** where it stands in the configuration, the outermost key first */
  readonly keys: readonly string[]
  /** which of the titles by language */
  readonly lang: string
  /** the folder of the translations that addresses lead to where there are some; '' for none */
  readonly root: string
  readonly places: Places
}

interface MenuItems {
  /** hashes with `title` and `url`, or with `items`, which are such hashes, and whatever else is written there */
  readonly items: readonly Hash[]
  /** why the others are left out, a sentence each */
  readonly faults: readonly string[]
}

/** Addresses that are a program. */
const PROGRAM = /^[\s\0-\x1f]*(?:javascript|vbscript|data)\s*:/i

export function menuItems(written: readonly Value[], view: MenuView): MenuItems {
  const items: Hash[] = []
  const faults: string[] = []
  for (const each of written) {
    const made = itemOf(each, view, faults)
    if (made !== undefined) items.push(made)
  }
  return { items, faults }
}

function itemOf(item: Value, view: MenuView, faults: string[], isBelow = false): Hash | undefined {
  if (!isHash(item)) {
    faults.push(`'${rubyToS(item)}' in ${inWords(view)} is left out: write { title: …, url: … }.`)
    return undefined
  }
  const written = addressOf(item.get('url') ?? null)
  const title = item.get('title') ?? null
  const leave = (why: string): undefined => {
    const named = [isHash(title) ? [...title.values()][0] : title, item.get('url')].map((value) =>
      rubyToS(value ?? null),
    )
    faults.push(`${named.find((name) => name.trim() !== '') ?? 'An entry'} in ${inWords(view)} ${why}`)
    return undefined
  }
  if (written !== undefined && PROGRAM.test(written))
    return leave('has an address that is a program, and is left out: write that of a page.')
  const translation =
    written === undefined || view.root === '' ? undefined : view.places.page(`${view.root}${written}`)
  const url = translation?.url ?? written
  const says = [
    isHash(title)
      ? (title.get(view.lang) ?? [...title.values()][0] ?? null)
      : (translation?.data.get('title') ?? title),
    url === undefined ? null : titleAt(url, view.places),
  ].map((value) => value ?? null)
  const said = says.find((value) => rubyToS(value).trim() !== '')
  const list = isBelow ? null : (item.get('items') ?? null)
  const below = Array.isArray(list)
    ? list.flatMap((each: Value) => itemOf(each, view, faults, true) ?? [])
    : []
  if (url === undefined && below.length === 0)
    return leave('leads nowhere, and is left out: give it a `url`, or `items` that have one.')
  if (said === undefined) return leave('says nothing, and is left out: give it a `title`.')
  const made = new Map<Value, Value>([...item, ['title', said], ['url', url ?? null]])
  made.delete('items')
  return below.length === 0 ? made : made.set('items', below)
}

function inWords({ keys }: MenuView): string {
  return `\`${keys.join(': ')}\``
}

/** An address of another site that says no scheme is one of the web, and not below the `baseurl`. */
function addressOf(written: Value): string | undefined {
  if (typeof written !== 'string' || written.trim() === '') return undefined
  const url = written.trim()
  return url.startsWith('//') ? `https:${url}` : url
}

function titleAt(url: string, places: Places): string {
  const path = url.replace(/[?#].*$/s, '')
  const rooted = path.startsWith('/') ? path : `/${path}`
  const page = places.page(rooted) ?? places.page(`${rooted}/`)
  return page === undefined ? '' : titleOf((name) => page.data.get(name))
}
