/** Writes the theme's typefaces and their licences into the directory `target`; quick when they are there. */
export function writeThemeFonts(target: string): Promise<void>
