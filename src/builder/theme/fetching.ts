import type { Network } from './download.ts'
import type { Limits } from './unpack.ts'

/** How themes and gems may be fetched. */
export interface ThemeFetching extends Network {
  /** `RUBYGEMS_HOST`: the registry to ask instead of the Gemfile's */
  readonly registry?: string | undefined
  /** hosts that may be asked whatever they are, as `Reach` has them */
  readonly hosts?: readonly string[] | undefined
  /** told what is fetched */
  readonly info?: ((topic: string, message: string) => void) | undefined
  readonly limits?: Limits | undefined
}
