/** What is known of the two builds beside their files. */
export interface Circumstances {
  /** when ours was built: `2026-11-30`, in the site's zone */
  readonly day: string
  /** the same in milliseconds since the epoch */
  readonly time: number
  /** the site's `url` and `baseurl`, as its addresses begin; '' where they are not set */
  readonly url: string
  readonly baseurl: string
}
