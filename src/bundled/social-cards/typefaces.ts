/** The typefaces that come with the program, as files of it; the first is for titles. More of them cover more scripts. */
export const FIRA_SANS: readonly string[] = ['600', '400'].flatMap((weight) =>
  ['latin', 'latin-ext', 'cyrillic', 'greek'].map((script) => `fonts/fira-sans-${script}-${weight}.ttf`),
)
