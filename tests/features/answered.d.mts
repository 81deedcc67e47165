export interface Case {
  readonly group: string
  readonly title: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly links: readonly (readonly [string, string])[]
  readonly files: ReadonlyMap<string, Buffer>
  readonly ours: { readonly exit: number; readonly lines: readonly string[] } | undefined
}
export declare function readAll(): Case[]
export declare function writeCase(parent: string, one: Case): string
export declare function changes(parent: string, one: Case): Record<string, string | null>
export declare function plainLines(text: string, site: string): string[]
