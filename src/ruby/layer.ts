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
  'rubygems',
  'nokogiri',
  'xml',
  'last_modified',
] as const

/** Those of them for a Ruby of the machine, which has files, programs and gems of its own. */
export const NATIVE_LAYER = [
  'liquid',
  'host',
  'jobs',
  'parts',
  'jekyll',
  'renderer',
  'url',
  'surroundings',
] as const

/** The file there with which a Ruby of the machine begins: it loads the others. */
export const NATIVE_BEGIN = 'native'
