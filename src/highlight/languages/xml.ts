import { language } from '../language.ts'

export const xml = language({
  tag: 'xml',
  filenames: ['*.xml', '*.xsl', '*.rss', '*.xslt', '*.xsd', '*.wsdl', '*.svg', '*.plist'],
  states: () => ({
    root: [
      [/[^<&]+/, ''],
      [/&\S*?;/, 'ni', undefined, { needs: ';' }],
      [/(?=<!\[CDATA\[)/, '', 'character data'],
      [/<!--/, 'c', 'comment'],
      [/(?=<\?)/, '', 'instruction'],
      [/<![^>]*>/, 'cp', undefined, { needs: '>' }],
      [/<\s*[\p{L}:_][\p{L}\p{M}\p{N}:._-]*/u, 'nt', 'tag'],
      [/<\s*\/\s*[\p{L}:_][\p{L}\p{M}\p{N}:._-]*\s*>/u, 'nt'],
    ],
    // Both end in the line they begin in, or are none.
    'character data': [
      [/<!\[CDATA\[.*?\]\]>/, 'cp', '#pop', { hopeless: 'line' }],
      [/<![^>]*>/, 'cp', '#pop', { needs: '>' }],
      [/</, 'err', '#pop'],
    ],
    instruction: [
      [/<\?.*?\?>/, 'cp', '#pop', { hopeless: 'line' }],
      [/</, 'err', '#pop'],
    ],
    comment: [
      [/[^-]+/, 'c'],
      [/-->/, 'c', '#pop'],
      [/-/, 'c'],
    ],
    tag: [
      [/\s+/, ''],
      [/[\p{L}:_][\p{L}\p{M}\p{N}:._-]*\s*=/u, 'na', 'attribute'],
      [/\/?\s*>/, 'nt', '#pop'],
    ],
    attribute: [
      [/\s+/, ''],
      [/".*?"/s, 's', '#pop', { needs: '"' }],
      [/'.*?'/s, 's', '#pop', { needs: "'" }],
      [/[^\s>]+/, 's', '#pop'],
    ],
  }),
})
