/** Examining a built site: `whirl check`. */
export { byPlace, checkSite, placeOf, type SiteCheck } from './check-site.ts'
export { type Answer, askAll, faultOf, type Network } from './external.ts'
export { siteMap } from './site-map.ts'
export { tracer } from './trace.ts'
export type { BuiltSite, Edit, Finding } from './types.ts'
export { parseXml } from './xml.ts'
