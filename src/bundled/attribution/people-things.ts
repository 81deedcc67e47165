/** People and companies in schema.org's words. A job is a dated role: https://schema.org/Role */
import type { Author, Employer, Employment, Profile } from './model.ts'
import { filled, type Thing } from './thing.ts'
import type { CitedWork } from './work.ts'

/** @param jobs those to be told of */
export function personThing(author: Author, jobs: readonly Employment[], work: CitedWork): Thing {
  return {
    '@type': 'Person',
    name: author.name,
    url: author.url === null ? undefined : work.absolute(author.url),
    email: (work.model.options.publishEmail ? author.email : null) ?? undefined,
    identifier: author.orcid === null ? undefined : `https://orcid.org/${author.orcid}`,
    sameAs: addressesOf(author.profiles),
    worksFor: filled(jobs.flatMap((job) => rolesOf(job, work))),
  }
}

/** A role for each span of a job; the company itself where no times are known. */
function rolesOf(job: Employment, work: CitedWork): readonly Thing[] {
  const company = organizationThing(job.employer, work)
  if (job.spans.length === 0)
    return job.role === null
      ? [company]
      : [{ '@type': 'OrganizationRole', roleName: job.role, worksFor: company }]
  return job.spans.map((span) => ({
    '@type': 'OrganizationRole',
    roleName: span.role ?? job.role ?? undefined,
    startDate: span.from?.text,
    endDate: span.to?.text,
    worksFor: company,
  }))
}

export function organizationThing(employer: Employer, { absolute }: Pick<CitedWork, 'absolute'>): Thing {
  return {
    '@type': 'Organization',
    name: employer.name,
    url: employer.url === null ? undefined : absolute(employer.url),
    logo: employer.logo === null ? undefined : absolute(employer.logo.light),
    sameAs: addressesOf(employer.profiles),
  }
}

function addressesOf(profiles: readonly Profile[]): readonly string[] | undefined {
  return filled(profiles.map((profile) => profile.url).filter((url) => /^https?:/i.test(url)))
}
