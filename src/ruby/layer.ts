/** The files of `layer/`, which stand for Jekyll and Liquid in Ruby, without their extension and in the order in which they load. */
export const LAYER = [
  'liquid',
  'host',
  'network',
  'files',
  'processes',
  'jobs',
  'parts',
  'jekyll',
  'renderer',
  'url',
  'surroundings',
  'kramdown',
  'rubygems',
  'nokogiri',
  'xml',
  'last_modified',
] as const

/** Those of them that stand for files, programs and gems, which a Ruby of the machine has itself. */
const CLOSED_IN: ReadonlySet<string> = new Set([
  'network',
  'files',
  'processes',
  'rubygems',
  'nokogiri',
  'xml',
  'last_modified',
])

/** Those of them for a Ruby of the machine. */
export const NATIVE_LAYER: readonly string[] = LAYER.filter((name) => !CLOSED_IN.has(name))

/** The file there with which a Ruby of the machine begins: it loads the others. */
export const NATIVE_BEGIN = 'native'
