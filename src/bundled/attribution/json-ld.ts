/**
 * A work in schema.org's words, as JSON that may stand in a script element: `<`, `>` and `&` are written as escapes.
 */
import { dateOfTime, xmlschema } from '../../plugin-api.ts'
import { citeText } from './cite/text.ts'
import { creditText } from './credit-text.ts'
import type { Credit, License } from './model.ts'
import { organizationThing, personThing } from './people-things.ts'
import { filled, type Thing } from './thing.ts'
import { type CitedWork, jobsBehind, rightsHolders } from './work.ts'

/** The whole text of the script element. */
export function jsonLd(work: CitedWork): string {
  return scriptJson({ '@context': 'https://schema.org', ...thingOf(work) })
}

/** JSON with nothing in it that an HTML parser would look at. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function thingOf(work: CitedWork): Thing {
  const { attribution, date } = work
  const holders = rightsHolders(work)
  const isPost = work.doc.kind === 'document' && work.doc.collection === 'posts'
  const year = date === null ? undefined : dateOfTime(date).year
  return {
    '@type': isPost ? 'BlogPosting' : date === null ? 'WebPage' : 'Article',
    '@id': work.url,
    url: work.url,
    mainEntityOfPage: date === null ? undefined : work.url,
    headline: work.title,
    description: work.description ?? undefined,
    datePublished: date === null ? undefined : xmlschema(date),
    dateModified: work.modified === null ? undefined : xmlschema(work.modified),
    inLanguage: work.language ?? undefined,
    keywords: filled(work.keywords),
    author: filled(
      attribution.authors.map((author) => personThing(author, jobsBehind(author, attribution), work)),
    ),
    copyrightHolder: filled(holders.map((name) => holderThing(name, work))),
    copyrightYear: year,
    copyrightNotice:
      holders.length === 0 ? undefined : `© ${year === undefined ? '' : `${year} `}${holders.join(', ')}`,
    creditText: citeText(work),
    license: licenseUrl(attribution.license, work),
    image: filled(imagesOf(work)),
    about:
      work.doc.kind === 'page' && attribution.explicit
        ? filled(attribution.employments.map((job) => organizationThing(job.employer, work)))
        : undefined,
    isPartOf:
      work.siteTitle === ''
        ? undefined
        : { '@type': isPost ? 'Blog' : 'WebSite', name: work.siteTitle, url: work.siteUrl },
  }
}

function holderThing(name: string, { attribution }: CitedWork): Thing {
  const person = attribution.authors.some((author) => author.name === name)
  return { '@type': person ? 'Person' : 'Organization', name }
}

const PICTURES: ReadonlySet<string> = new Set(['image', 'photo', 'icon', 'logo'])

/** The page's picture and the credited pictures in it, each under its own licence. */
function imagesOf(work: CitedWork): readonly Thing[] {
  const credits = work.credits.filter(({ asset, kind }) => asset !== null && PICTURES.has(kind))
  const images = credits.map((credit) => imageThing(credit, work))
  const shown = images.some((image) => image.contentUrl === work.image)
  if (work.image === null || shown) return images
  const own: Thing = {
    '@type': 'ImageObject',
    contentUrl: work.image,
    license: licenseUrl(work.attribution.license, work),
    creator: filled(work.attribution.authors.map(({ name }) => ({ '@type': 'Person', name }))),
  }
  return [own, ...images]
}

function imageThing(credit: Credit, work: CitedWork): Thing {
  const { asset, author, authorUrl, title, url } = credit
  return {
    '@type': 'ImageObject',
    contentUrl: work.absolute(asset ?? ''),
    name: title ?? undefined,
    creator:
      author === null
        ? undefined
        : {
            '@type': 'Person',
            name: author,
            url: authorUrl === null ? undefined : work.absolute(authorUrl),
          },
    creditText: creditText(credit, work.tongue.say),
    copyrightNotice: author === null ? undefined : `© ${author}`,
    license: licenseUrl(credit.license, work),
    acquireLicensePage: url === null ? undefined : work.absolute(url),
  }
}

function licenseUrl(license: License | null, work: CitedWork): string | undefined {
  return license === null || license.url === null ? undefined : work.absolute(license.url)
}
