/** A finished page and its address without `baseurl`. */
export interface SearchPage {
  readonly url: string
  readonly html: string
}
