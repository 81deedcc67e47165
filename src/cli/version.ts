/** The program's version: put in by the bundler; from the sources it is unknown. */
declare const WHIRL_VERSION: string | undefined

export const VERSION: string = typeof WHIRL_VERSION === 'string' ? WHIRL_VERSION : '0.0.0-source'
