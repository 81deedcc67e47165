import type { SweepSite } from './sweep.mjs'

export declare function reduceSite(
  site: SweepSite,
  differs: (site: SweepSite) => Promise<boolean>,
  limit?: number,
): Promise<SweepSite>
