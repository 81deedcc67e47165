/**
 * Who made what, for whom, and under which terms: the plain data that configuration, front matter and `_data` are read
 * into. Everything that is shown or checked is computed from these.
 */
import type { CalendarDate, PhraseName, Zone } from '../../plugin-api.ts'

/** A day, or the days of a month or year when no more is known. */
export interface DayRange {
  readonly first: CalendarDate
  readonly last: CalendarDate
  /** as precise as it was written: `2019`, `2019-03`, `2019-03-01` */
  readonly text: string
}

/** A time at a job; null at an end means without end. */
export interface EmploymentSpan {
  readonly from: DayRange | null
  readonly to: DayRange | null
  readonly role: string | null
  /** both ends as days since 1970-01-01; infinite where they are open */
  readonly start: number
  readonly end: number
}

/** When a piece of work was done. */
export interface Worked {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** the same as days since 1970-01-01 */
  readonly start: number
  readonly end: number
}

export interface Profile {
  /** as configured: `github` */
  readonly name: string
  /** `GitHub` */
  readonly label: string
  readonly url: string
  /** `@me@social.example`, `me` */
  readonly handle: string
}

/** A picture in one file, or in two for light and dark pages. Site paths or https addresses. */
export interface Logo {
  readonly light: string
  readonly dark: string | null
  readonly width: number | null
  readonly height: number | null
  readonly alt: string
}

export interface Employer {
  readonly key: string
  readonly name: string
  readonly url: string | null
  readonly logo: Logo | null
  /** address of the official blog */
  readonly blog: string | null
  readonly profiles: readonly Profile[]
  /** about the company, Markdown */
  readonly text: string | null
  readonly role: string | null
  /** none: employed there always */
  readonly spans: readonly EmploymentSpan[]
  /** site path of its page; null when there is none */
  readonly pageUrl: string | null
}

/** An employer of someone, with the times that are theirs. */
export interface Employment {
  readonly employer: Employer
  readonly role: string | null
  readonly spans: readonly EmploymentSpan[]
}

export interface Author {
  /** in `authors` or `_data/authors`; null for one written in place */
  readonly key: string | null
  readonly name: string
  /** parts of the name as bibliographies want them; null: not said */
  readonly family: string | null
  readonly given: string | null
  readonly email: string | null
  readonly url: string | null
  /** `0000-0002-1825-0097` */
  readonly orcid: string | null
  readonly profiles: readonly Profile[]
  readonly employments: readonly Employment[]
}

/** Terms of use. What is not known of a licence is null. */
export interface License {
  /** SPDX identifier */
  readonly id: string | null
  /** `Creative Commons Attribution 4.0 International` */
  readonly name: string
  /** `CC BY 4.0` */
  readonly short: string
  readonly url: string | null
  /** one sentence, as the site or the licence has it */
  readonly summary: string | null
  /** the sentence of ours, where there is one in every language */
  readonly said: PhraseName | null
  /** terms written by the site, Markdown */
  readonly text: string | null
  /** whether changed versions may be published */
  readonly derivatives: boolean | null
  /** whether they must be under the same terms */
  readonly shareAlike: boolean | null
  readonly commercial: boolean | null
  /** what the site says it does not cover */
  readonly excludes: readonly string[]
}

export type CreditKind = 'image' | 'icon' | 'font' | 'logo' | 'photo' | 'text' | 'video' | 'audio' | 'other'

/** Somebody else's work in the site. */
export interface Credit {
  /** site path: `/assets/x.svg` */
  readonly asset: string | null
  readonly kind: CreditKind
  readonly title: string | null
  readonly author: string | null
  readonly authorUrl: string | null
  /** where it was taken from: an address, or words */
  readonly source: string | null
  readonly license: License | null
  /** what was changed */
  readonly changes: string | null
  readonly url: string | null
}

/** `attribution:` in the configuration. */
export interface AttributionOptions {
  /** the check asks for a credit of every picture */
  readonly requireCredits: boolean
  readonly employerPages: PageOption
  readonly employersPage: PageOption
  readonly creditsPage: PageOption
  /** file endings of downloads that pages link: `bib`, `csl.json`, `cff` */
  readonly downloads: readonly string[]
  /** site path of the citation file of the whole site; null: none */
  readonly citationFile: string | null
  readonly copyrightHolder: 'author' | 'employer' | { readonly name: string }
  /** whether machines may read e-mail addresses in pages */
  readonly publishEmail: boolean
  /** null: only where no other plugin prints these tags */
  readonly openGraph: boolean | null
}

/** A generated page, or none when `permalink` is null. */
export interface PageOption {
  readonly permalink: string | null
  readonly layout: string
  /** null: ours, in the language of the site */
  readonly title: string | null
}

/** What one site says about all its pages. */
export interface Model {
  readonly options: AttributionOptions
  readonly employers: ReadonlyMap<string, Employer>
  /** by key; what `_data/authors` has is in it too */
  readonly authors: ReadonlyMap<string, Author>
  /** whom a page is by that does not say */
  readonly author: Author | null
  /** jobs of whoever writes where no author is named */
  readonly employments: readonly Employment[]
  readonly license: License | null
  readonly disclaimer: string | null
  readonly credits: readonly Credit[]
  readonly creditsByAsset: ReadonlyMap<string, Credit>
  readonly siteTitle: string
  /** where days begin */
  readonly zone: Zone
}

/** What a document is found to be: the answer to every question of a page. */
export interface Attribution {
  readonly authors: readonly Author[]
  /** those of the time of the work, each once */
  readonly employments: readonly Employment[]
  /** whether the page names its employers itself */
  readonly explicit: boolean
  readonly worked: Worked | null
  readonly license: License | null
}
