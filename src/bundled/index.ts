/** The plugins that come with the program. */
export { BUNDLED } from './all.ts'
export { GraphvizEngines } from './figures/graphviz.ts'
export { loadResvg, painter } from './social-cards/card-image.ts'
export { FIRA_SANS } from './social-cards/typefaces.ts'
