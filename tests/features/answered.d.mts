export interface Case {
  readonly group: string
  readonly title: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly links: readonly (readonly [string, string])[]
  readonly files: ReadonlyMap<string, Buffer>
  /** why what we say or do is not Jekyll's */
  readonly ours: string | undefined
}
export declare function readAll(): Case[]
export declare function writeCase(parent: string, one: Case): string
export declare function changes(parent: string, one: Case): Record<string, string | null>
export declare function plainLines(text: string, site: string): string[]
