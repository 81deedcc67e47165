/** Whether templates of a site read a setting, by its name: then it is the site's own. */
import type { Site, SiteFile } from '../site/index.ts'

/** `of` says which files count; without it those of themes and plugins do, too. */
export function isUsedIn(
  { layouts, includes, renderables }: Site,
  of: (file: SiteFile) => boolean = () => true,
): (name: string) => boolean {
  const texts = [
    ...[...layouts.values(), ...renderables.values()].filter(({ file }) => of(file)).map(({ body }) => body),
    ...[...includes.values()].filter(({ file }) => of(file)).map(({ text }) => text),
  ]
  return (name) => texts.some((text) => reads(text, name))
}

function reads(text: string, name: string): boolean {
  if (text.includes(`['${name}']`) || text.includes(`["${name}"]`)) return true
  const dotted = `.${name}`
  for (let at = text.indexOf(dotted); at !== -1; at = text.indexOf(dotted, at + 1))
    if (!/[\w-]/.test(text[at + dotted.length] ?? '')) return true
  return false
}
