export interface Built {
  readonly status: number
  readonly said: string
  readonly warned?: string
  readonly files: ReadonlyMap<string, Buffer>
}

export declare function differenceOf(
  reference: Built,
  whirl: Built,
  args?: readonly string[],
): { readonly kind: string; readonly what: string } | undefined
