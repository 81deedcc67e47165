/** What happens when, in lanes. */
import type { Tint } from '../graph/attributes.ts'

export interface Happening {
  /** seconds, since 1970 on an axis of dates; or numbers */
  readonly start: number
  /** of a span */
  readonly end?: number
  /** as the text has it */
  readonly when: string
  readonly text: string
  readonly isArrow: boolean
  readonly tint?: Tint
  readonly href?: string
}

interface Lane {
  /** none for what is in no lane */
  readonly title: string
  readonly items: readonly Happening[]
}

export type AxisKind = 'duration' | 'date' | 'number'

export interface Timeline {
  readonly axis: AxisKind
  readonly isLogarithmic: boolean
  readonly hasAxis: boolean
  readonly lanes: readonly Lane[]
  readonly from: number
  /** after `from` */
  readonly to: number
}
