/** The floor: what every module may use. */
export { expandBraces } from './braces.ts'
export * from './calendar.ts'
export * from './clock.ts'
export * from './code-frame.ts'
export * from './compare.ts'
export { dataText } from './data-text.ts'
export { namesYear, parseDate, parseTime } from './date.ts'
export * from './diagnostic.ts'
export * from './encode.ts'
export * from './exhausted.ts'
export * from './flat-text.ts'
export { compareVersions, isPrerelease, satisfies } from './gem-version.ts'
export * from './glob.ts'
export * from './hash.ts'
export * from './html-escape.ts'
export * from './html4-entities.ts'
export {
  type Dimensions,
  imageDimensions,
  isAnimated,
  type PictureFormat,
  pictureFormat,
} from './image-dimensions.ts'
export * from './inner-address.ts'
export * from './local-zone.ts'
export * from './merge-sort.ts'
export * from './nearest.ts'
export * from './on-first-use.ts'
export * from './path.ts'
export {
  hasGem,
  JEKYLL_VERSIONS,
  type JekyllVersion,
  KRAMDOWN_VERSIONS,
  type KramdownVersion,
  knownVersion,
  LIQUID_VERSIONS,
  type LiquidVersion,
  REFERENCE_PARTS,
  REFERENCES,
  type Reference,
  ROUGE_VERSIONS,
  type RougeVersion,
  type SassCompiler,
  type YamlReader,
} from './reference.ts'
export * from './require.ts'
export * from './ruby-error.ts'
export * from './ruby-text.ts'
export * from './slugify.ts'
export * from './source-text.ts'
export * from './strftime.ts'
export * from './time.ts'
export * from './time-fields.ts'
export * from './time-text.ts'
export * from './timer.ts'
export * from './transliteration.ts'
export * from './value.ts'

export { parseYaml } from './yaml.ts'

export { resolveScalar } from './yaml-scalar.ts'
export * from './zone.ts'
