export interface ThemeCase {
  readonly name: string
  readonly config: string
  readonly files: Readonly<Record<string, string>>
}
export const CASES: readonly ThemeCase[]
export const SPEC: string
