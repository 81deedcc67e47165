/** Unpacks the typefaces of social cards into the directory `target`. */
export function writeCardFonts(target: string): void
