/** `employer` for templates: a company, with the times and the role of one person's job there. */
import { hash, LazyDrop } from './lazy-drop.ts'
import type { Employment, EmploymentSpan, Logo, Profile, Worked } from './model.ts'
import type { Shelf } from './shelf.ts'
import { holds, order, workedBetween } from './spans.ts'

/** Not walked by loops and JSON: documents hold employers again. */
const HIDDEN: ReadonlySet<string> = new Set(['posts'])

/**
 * @param times when the work was done: `from`, `to` and `role` are those of the span it falls into; without times they
 *   are the first and the last of all
 */
export function employerDrop(job: Employment, times: readonly Worked[] | null, shelf: Shelf): LazyDrop {
  const span =
    times === null ? null : (job.spans.find((each) => times.some((worked) => holds(each, worked))) ?? null)
  return shelf.keep(job, span, () => makeDrop(job, span, shelf))
}

function makeDrop(job: Employment, span: EmploymentSpan | null, shelf: Shelf): LazyDrop {
  const { employer, spans } = job
  const posts = (): readonly unknown[] => shelf.ctx.drops(shelf.postsByEmployer().get(employer.key) ?? [])
  const fields = {
    key: () => employer.key,
    name: () => employer.name,
    url: () => employer.url,
    logo: () => (employer.logo === null ? null : logoHash(employer.logo)),
    blog: () => employer.blog,
    profiles: () => profileList(employer.profiles),
    text: () => (employer.text === null ? null : shelf.html(employer.text)),
    role: () => span?.role ?? job.role ?? (span === null ? (spans.at(-1)?.role ?? null) : null),
    from: () => (span === null ? spans[0] : span)?.from?.first,
    to: () => (span === null ? lastEnding(spans) : span)?.to?.last,
    spans: () =>
      spans.map((each) =>
        hash({ from: each.from?.first ?? null, to: each.to?.last ?? null, role: each.role ?? job.role }),
      ),
    page_url: () => employer.pageUrl,
    current: () => isCurrent(job, shelf),
    posts,
    count: () => shelf.postCounts().get(employer.key) ?? 0,
  }
  return new LazyDrop(fields, () => employer.name, HIDDEN)
}

/** Whether the job is held on the day of the build. */
export function isCurrent(job: Employment, shelf: Shelf): boolean {
  const day = shelf.ctx.today()
  const today = workedBetween(day, day)
  return job.spans.length === 0 || job.spans.some((span) => holds(span, today))
}

function lastEnding(spans: readonly EmploymentSpan[]): EmploymentSpan | undefined {
  let last: EmploymentSpan | undefined
  for (const span of spans) if (last === undefined || span.end > last.end) last = span
  return last
}

function logoHash({ light, dark, width, height, alt }: Logo): ReadonlyMap<string, unknown> {
  return hash({ light, dark, width, height, alt })
}

export function profileList(profiles: readonly Profile[]): readonly ReadonlyMap<string, unknown>[] {
  return profiles.map(({ name, label, url, handle }) => hash({ name, label, url, handle }))
}

/** All times at all jobs, newest first: `{employer, from, to, role, current}`. */
export function timeline(jobs: readonly Employment[], shelf: Shelf): readonly ReadonlyMap<string, unknown>[] {
  const day = shelf.ctx.today()
  const today = workedBetween(day, day)
  const rows = jobs.flatMap((job) => job.spans.map((span) => ({ job, span })))
  rows.sort((a, b) => order(b.span.end, a.span.end) || order(b.span.start, a.span.start))
  return rows.map(({ job, span }) =>
    hash({
      employer: employerDrop(job, null, shelf),
      from: span.from?.first ?? null,
      to: span.to?.last ?? null,
      role: span.role ?? job.role,
      current: holds(span, today),
    }),
  )
}
