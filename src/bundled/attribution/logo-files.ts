/** Logos that are not there, or are no pictures. */
import type { Site, SiteFile } from '../../plugin-api.ts'
import type { Employer, Model } from './model.ts'
import type { Problem } from './problem.ts'

const PICTURE = /\.(?:svg|png|jpe?g|webp|avif|gif)$/i

/** A problem for each logo that a page could not show. */
export function logoProblems(
  site: Site,
  model: Model,
  readText: (path: string) => string | undefined,
): readonly Problem[] {
  const logos = [...model.employers.values()].flatMap((employer) => logosOf(employer))
  if (logos.length === 0) return []
  const wanted = new Set(logos.map(({ path }) => path.slice(1)))
  const files = new Map<string, SiteFile>()
  for (const { outputPath, file } of [...site.renderables.values(), ...site.staticFiles])
    if (wanted.has(outputPath)) files.set(`/${outputPath}`, file)
  return logos.flatMap(({ path, at }): Problem[] => {
    const problem = (code: string, message: string, help: string): Problem[] => [{ code, message, help, at }]
    const file = files.get(path)
    if (!PICTURE.test(path))
      return problem(
        'attribution/broken-logo',
        `The logo '${path}' is not a picture a browser shows.`,
        'use SVG, PNG, WebP, AVIF, JPEG or GIF',
      )
    if (file === undefined)
      return problem(
        'attribution/missing-logo',
        `The logo '${path}' is not in the site.`,
        'put the file there, or fix the path',
      )
    const svg = /\.svg$/i.test(path) && file.size > 0 ? readText(`${file.root}/${file.path}`) : undefined
    if (file.size > 0 && (svg === undefined || svg.includes('<svg'))) return []
    return problem(
      'attribution/broken-logo',
      `The logo '${path}' is ${file.size === 0 ? 'empty' : 'no SVG'}.`,
      'put a picture there',
    )
  })
}

function logosOf({ key, logo }: Employer): readonly { path: string; at: Problem['at'] }[] {
  if (logo === null) return []
  const at = ['employers', key, 'logo']
  const light = { path: logo.light, at: logo.dark === null ? at : [...at, 'light'] }
  return logo.dark === null || logo.dark === logo.light
    ? [light]
    : [light, { path: logo.dark, at: [...at, 'dark'] }]
}
