/** The files of `layer/`, which stand for Jekyll and Liquid in Ruby, without their extension and in the order in which they load. */
export const LAYER = [
  'liquid',
  'host',
  'files',
  'processes',
  'jobs',
  'jekyll',
  'surroundings',
  'nokogiri',
] as const
