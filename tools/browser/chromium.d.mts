/** The path of a Chromium; undefined where none is installed. */
export const CHROMIUM: string | undefined
