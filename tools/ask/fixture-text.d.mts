export interface Section {
  readonly name: string
  /** as they stand in the file */
  readonly lines: readonly string[]
}
export interface Case {
  readonly title: string
  readonly line: number
  readonly remarks: readonly string[]
  readonly sections: readonly Section[]
}
export declare function parseFile(
  text: string,
  name?: string,
): { readonly head: readonly string[]; readonly cases: readonly Case[] }
export declare function textOf(section: Section): string
export declare function referencesOf(remarks: readonly string[], head: readonly string[]): readonly string[]
export declare function sectionsUnder(
  sections: Readonly<Record<string, string>>,
  reference: string,
  references: readonly string[],
): Readonly<Record<string, string>>
export declare function fileText(file: {
  readonly head: readonly string[]
  readonly cases: readonly Case[]
}): string
/** The sections that say what `reference` answers otherwise than the first. */
export declare function twinsOf(
  answers: Readonly<Record<string, string>>,
  first: Readonly<Record<string, string>>,
  reference: string,
): readonly Section[]
