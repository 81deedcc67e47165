/**
 * A work in schema.org's words, as JSON that may stand in a script element: `<`, `>` and `&` are written as escapes.
 * Employers are dated roles: https://schema.org/Role
 */
import { dateOfTime, xmlschema } from '../../../base/index.ts'
import { citeText } from './cite/text.ts'
import { creditText } from './credit-text.ts'
import type { Author, Credit, Employer, Employment, License } from './model.ts'
import { jobsBehind, rightsHolders, type Work } from './work.ts'

/** What JSON-LD is made of. A key whose value is null is not printed. */
export type Thing = {
  readonly [key: string]: Thing | readonly Thing[] | string | number | readonly string[] | null
}

/** The whole text of the script element. */
export function jsonLd(work: Work): string {
  return scriptJson({ '@context': 'https://schema.org', ...thingOf(work) })
}

/** JSON with nothing in it that an HTML parser would look at. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (item === null ? undefined : item)).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function thingOf(work: Work): Thing {
  const { attribution, model } = work
  const license = licenseUrl(attribution.license, work)
  const holders = rightsHolders(work)
  const isPost = work.doc.kind === 'document' && work.doc.collection === 'posts'
  const images = imagesOf(work)
  const year = work.date === null ? null : dateOfTime(work.date).year
  const owner =
    attribution.license === null && holders.length === 0
      ? null
      : `© ${year === null ? '' : `${year} `}${holders.join(', ')}`
  return {
    '@type': isPost ? 'BlogPosting' : work.date === null ? 'WebPage' : 'Article',
    '@id': work.url,
    url: work.url,
    ...(work.date === null ? {} : { mainEntityOfPage: work.url }),
    headline: work.title,
    description: work.description,
    datePublished: work.date === null ? null : xmlschema(work.date),
    dateModified: work.modified === null ? null : xmlschema(work.modified),
    inLanguage: work.language,
    keywords: work.keywords.length === 0 ? null : work.keywords,
    author:
      attribution.authors.length === 0
        ? null
        : attribution.authors.map((author) => personThing(author, jobsBehind(author, attribution), work)),
    copyrightHolder: holders.length === 0 ? null : holders.map((name) => holderThing(name, work)),
    copyrightYear: year,
    copyrightNotice: owner,
    creditText: citeText(work),
    license,
    image: images.length === 0 ? null : images,
    about:
      isPost || !attribution.explicit
        ? null
        : attribution.employments.map((job) => organizationThing(job.employer, work)),
    isPartOf:
      model.siteTitle === ''
        ? null
        : { '@type': isPost ? 'Blog' : 'WebSite', name: model.siteTitle, url: work.siteUrl },
  }
}

function personThing(author: Author, jobs: readonly Employment[], work: Work): Thing {
  const same = author.profiles.map((profile) => profile.url).filter((url) => /^https?:/i.test(url))
  const roles = jobs.flatMap((job) => rolesOf(job, work))
  return {
    '@type': 'Person',
    name: author.name,
    url: author.url === null ? null : work.absolute(author.url),
    email: work.model.options.publishEmail ? author.email : null,
    identifier: author.orcid === null ? null : `https://orcid.org/${author.orcid}`,
    sameAs: same.length === 0 ? null : same,
    worksFor: roles.length === 0 ? null : roles,
  }
}

/** A role for each span of a job; the company itself where no times are known. */
function rolesOf(job: Employment, work: Work): readonly Thing[] {
  const company = organizationThing(job.employer, work)
  if (job.spans.length === 0 && job.role === null) return [company]
  const spans = job.spans.length === 0 ? [{ from: null, to: null, role: null }] : job.spans
  return spans.map((span) => ({
    '@type': 'OrganizationRole',
    roleName: span.role ?? job.role,
    startDate: span.from?.text ?? null,
    endDate: span.to?.text ?? null,
    worksFor: company,
  }))
}

export function organizationThing(employer: Employer, work: Pick<Work, 'absolute'>): Thing {
  const { logo, profiles } = employer
  const same = profiles.map((profile) => profile.url).filter((url) => /^https?:/i.test(url))
  return {
    '@type': 'Organization',
    name: employer.name,
    url: employer.url === null ? null : work.absolute(employer.url),
    logo: logo === null ? null : work.absolute(logo.light),
    sameAs: same.length === 0 ? null : same,
  }
}

function holderThing(name: string, { attribution }: Work): Thing {
  const company = attribution.employments.some((job) => job.employer.name === name)
  const person = attribution.authors.some((author) => author.name === name)
  return { '@type': company || !person ? 'Organization' : 'Person', name }
}

/** The page's picture and the credited pictures in it, each under its own licence. */
function imagesOf(work: Work): readonly Thing[] {
  const credits = work.credits.filter(({ asset, kind }) => asset !== null && PICTURES.has(kind))
  const images = credits.map((credit) => imageThing(credit, work))
  const shown = credits.some((credit) => credit.asset !== null && work.absolute(credit.asset) === work.image)
  if (work.image === null || shown) return images
  return [
    {
      '@type': 'ImageObject',
      contentUrl: work.image,
      license: licenseUrl(work.attribution.license, work),
      creator: work.attribution.authors.map(({ name }) => ({ '@type': 'Person', name })),
    },
    ...images,
  ]
}

const PICTURES: ReadonlySet<string> = new Set(['image', 'photo', 'icon', 'logo'])

function imageThing(credit: Credit, work: Work): Thing {
  const license = licenseUrl(credit.license, work)
  return {
    '@type': 'ImageObject',
    contentUrl: work.absolute(credit.asset ?? ''),
    name: credit.title,
    creator:
      credit.author === null
        ? null
        : {
            '@type': 'Person',
            name: credit.author,
            url: credit.authorUrl === null ? null : work.absolute(credit.authorUrl),
          },
    creditText: creditText(credit),
    copyrightNotice: credit.author === null ? null : `© ${credit.author}`,
    license,
    acquireLicensePage: credit.url === null ? null : work.absolute(credit.url),
  }
}

function licenseUrl(license: License | null, work: Work): string | null {
  return license === null || license.url === null ? null : work.absolute(license.url)
}
