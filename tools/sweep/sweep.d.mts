export interface SweepSite {
  readonly files: Readonly<Record<string, string>>
  readonly args: readonly string[]
}

export declare function siteOf(seed: number, index: number): SweepSite
export declare function sweep(options: {
  readonly sites: number
  readonly seed: number
  readonly from: number
  readonly reference: string
  readonly reduce: number
  readonly keep?: string
  readonly say: (line: string) => void
}): Promise<{ readonly tried: number; readonly equal: number }>
