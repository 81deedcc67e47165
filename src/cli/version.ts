/** Which program this is: put in by the bundler; from the sources it is unknown. */
declare const WHIRL_VERSION: string | undefined
declare const WHIRL_BUILD: string | undefined

export const VERSION: string = typeof WHIRL_VERSION === 'string' ? WHIRL_VERSION : '0.0.0-source'

/** The version with a digest of the sources: what one build keeps holds for no other program. */
export const BUILD: string = typeof WHIRL_BUILD === 'string' ? `${VERSION} ${WHIRL_BUILD}` : VERSION
