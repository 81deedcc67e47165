export interface ErrorCase {
  readonly title: string
  readonly args: readonly string[]
  readonly files: ReadonlyMap<string, Buffer>
  readonly ours: string | undefined
}
export declare function readCases(file?: string): ErrorCase[]
export declare function writeSite(site: string, files: ReadonlyMap<string, Buffer>): void
