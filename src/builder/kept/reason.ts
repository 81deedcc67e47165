/** Why a document was rendered, in words. */

const WORDS: Readonly<Record<string, string>> = {
  fields: 'front matter or address of # changed',
  'fields of all': 'front matter or an address among # changed',
  content: 'text of # changed',
  'content of all': 'a text among # changed',
  output: 'output of # changed',
  'output of all': 'an output among # changed',
  excerpt: 'excerpt of # changed',
  'excerpt of all': 'an excerpt among # changed',
  source: 'source of # changed',
  'source of all': 'a source among # changed',
  files: 'files made of # changed',
  'files of all': 'files made of # changed',
  documents: 'documents came, went or moved in #',
  'newest posts': 'posts came, went or moved',
  terms: 'posts by # changed',
  next: 'another document follows #',
  previous: 'another document comes before #',
  'html pages': 'pages came, went or moved',
  'style sheets': 'style sheets came or went',
  'site field': 'site.# changed',
  value: 'what plugins find in all of the site changed',
  field: 'the field # changed',
  day: 'it shows the day of the build',
  variable: 'the variable # of the environment changed',
  pages: 'pages came, went or moved',
  collections: 'settings of collections changed',
  'static files': 'static files changed',
  'file at': 'what lies at # changed',
  picture: 'the picture # changed',
  post: 'the post # changed',
  'post of': 'the post # changed',
  setting: 'the setting # changed',
  settings: 'a setting changed',
  data: 'site.data.# changed',
  layout: 'layout # changed',
  include: 'include # changed',
  text: 'file # changed',
  time: 'it shows the time of the build',
  now: 'it shows the time of the build',
  everything: 'a plugin that may read anything, and something changed',
  recorded: 'plugins in Ruby took part, and may do something else',
  'cached include': 'a cached include changed',
  warned: 'a warning is given elsewhere',
  standing: 'what an earlier document left in # changed',
}

/** The fact `name` (render/reads.ts), which is another than it was, in words. */
export function reasonOf(name: string): string {
  const at = name.indexOf(':')
  const what = name.slice(at + 1).split('\0')[0] ?? ''
  const words = WORDS[name.slice(0, at)] ?? 'it is never the same'
  if (what === '') return words.replace('site.data.#', 'site.data').replace('#', 'the pages')
  return words.replace('#', what)
}
