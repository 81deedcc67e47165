/** What a page says of itself: title, language, ids, headings, pictures, formulas. */
import type { Dimensions } from '../base/index.ts'
import type { PageFault } from './check-links.ts'
import type { PageFacts } from './types.ts'

/** @param sizeOf how large the picture is that `url` on `page` leads to; undefined for one of another site */
export function checkPage(
  page: PageFacts,
  sizeOf: (url: string, page: PageFacts) => Dimensions | undefined,
): PageFault[] {
  return [
    ...aboutWhole(page),
    ...aboutIds(page),
    ...aboutHeadings(page),
    ...aboutPictures(page, sizeOf),
    ...aboutFormulas(page),
  ]
}

function aboutFormulas({ formula }: PageFacts): PageFault[] {
  if (formula === undefined) return []
  const { text, at } = formula
  return [
    {
      code: 'check/raw-formula',
      message: `The formula '${text}' is not typeset: readers see TeX.`,
      help: 'set `kramdown: {math_engine: katex}` in the configuration, or load MathJax in the layout',
      at,
      // kramdown has written its own marks around it.
      texts: [text, text.slice(2, -2).trim()],
    },
  ]
}

function aboutWhole(page: PageFacts): PageFault[] {
  if (!page.whole) return []
  const faults: PageFault[] = []
  if (page.title === undefined || page.title === '')
    faults.push({
      code: 'check/no-title',
      message: 'The page has no title.',
      help: 'give it `title:` in its front matter, or a `<title>` in its layout',
      at: 0,
      texts: [],
    })
  if (!page.redirect && (page.lang === undefined || page.lang === ''))
    faults.push({
      code: 'check/no-lang',
      message: 'The page does not say its language.',
      help: 'write `<html lang="en">` in its layout',
      at: Math.max(0, page.html.search(/<html\b/i)),
      texts: ['<html'],
    })
  return faults
}

function aboutIds({ ids }: PageFacts): PageFault[] {
  const faults: PageFault[] = []
  for (const [id, places] of ids)
    if (places.length > 1)
      faults.push({
        code: 'check/duplicate-id',
        message: `The page has the id '${id}' ${places.length === 2 ? 'twice' : `${places.length} times`}.`,
        help: 'links and labels find the first one only: give the others an id of their own',
        at: places[1] ?? 0,
        texts: [`id="${id}"`, `#${id}`],
      })
  return faults
}

function aboutHeadings({ headings }: PageFacts): PageFault[] {
  const faults: PageFault[] = []
  let level: number | undefined
  for (const heading of headings) {
    if (level !== undefined && heading.level > level + 1)
      faults.push({
        code: 'check/heading-order',
        message: `The heading '${heading.text}' is of level ${heading.level}, behind one of level ${level}.`,
        help: `make it level ${level + 1}: readers who listen move from heading to heading`,
        at: heading.at,
        texts: [heading.text],
      })
    level = heading.level
  }
  return faults
}

function aboutPictures(
  page: PageFacts,
  sizeOf: (url: string, page: PageFacts) => Dimensions | undefined,
): PageFault[] {
  const faults: PageFault[] = []
  for (const { url, alt, sized, decorative, at } of page.pictures) {
    if (alt === undefined && !decorative)
      faults.push({
        code: 'check/image-alt',
        message: `The image '${url}' has no \`alt\`.`,
        help: 'say in words what it shows: `![words](address)`; `alt=""` for decoration',
        at,
        texts: [url],
      })
    else if (alt === '' && !decorative && url !== '')
      faults.push({
        code: 'check/empty-alt',
        message: `The image '${url}' is written without words.`,
        help: 'say what it shows: `![words](address)`; for decoration write `<img alt="" …>`',
        at,
        texts: [`![](${url}`],
        onlyIn: 'document',
      })
    if (sized || url.startsWith('data:')) continue
    const size = sizeOf(url, page)
    const attributes = `{: width="${size?.width ?? '…'}" height="${size?.height ?? '…'}"}`
    faults.push({
      code: 'check/image-size',
      message: `The image '${url}' has no \`width\` and \`height\`.`,
      help: `give both in pixels, and the page does not jump while it loads: \`${attributes}\``,
      at,
      texts: [url],
      ...(size === undefined
        ? {}
        : { fix: { from: `](${url})`, to: `](${url})${attributes}`, unless: '{:' } }),
    })
  }
  return faults
}
