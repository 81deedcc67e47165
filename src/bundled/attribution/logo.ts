/** Logos: `logo: /assets/acme.svg`, or `{light, dark, width, height, alt}`. They lie in the site. */
import { isHash, type Value } from '../../plugin-api.ts'
import { lineAt, NO_FIELDS, sizeAt, textAt, wrongType } from './fields.ts'
import type { Logo } from './model.ts'
import { below, type Report } from './problem.ts'

/** The logo of the company called `name`; null when there is none, or none that a page may show. */
export function logoOf(value: Value, name: string, report: Report): Logo | null {
  if (value === null || value === undefined || value === '' || value === false) return null
  if (typeof value !== 'string' && !isHash(value)) {
    report(wrongType('logo', 'a path or a hash with `light` and `dark`', value))
    return null
  }
  const fields = isHash(value) ? value : NO_FIELDS
  const inside = below(report, 'logo')
  const place = (key: string): string | null => {
    const written = textAt(fields, key, inside)
    return written === null ? null : logoPath(written, below(inside, key))
  }
  const light = typeof value === 'string' ? logoPath(value, inside) : (place('light') ?? place('src'))
  const dark = place('dark')
  if (light === null && dark === null) return null
  return {
    light: light ?? (dark as string),
    dark,
    width: sizeAt(fields, 'width', inside),
    height: sizeAt(fields, 'height', inside),
    alt: lineAt(fields, 'alt', inside) ?? name,
  }
}

/** A path of the site with a slash in front; null, and told, for one that leads out of it. */
function logoPath(written: string, report: Report): string | null {
  const path = written.trim().replaceAll('\\', '/')
  const steps = path.split('/')
  const outside = /^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith('//') || steps.includes('..')
  if (!outside) return `/${steps.filter((step) => step !== '' && step !== '.').join('/')}`
  report({
    code: 'attribution/logo-outside',
    message: `A logo lies outside the site: '${path}'.`,
    help: 'copy it into the site, for example to /assets/logos/, and write its path from there',
    at: [],
  })
  return null
}
