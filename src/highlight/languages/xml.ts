import { language } from '../language.ts'

export const xml = language({
  tag: 'xml',
  filenames: ['*.xml', '*.xsl', '*.rss', '*.xslt', '*.xsd', '*.wsdl', '*.svg', '*.plist'],
  states: () => ({
    root: [
      [/[^<&]+/, ''],
      [/&\S*?;/, 'ni', undefined, { needs: ';' }],
      [/<!\[CDATA\[.*?\]\]>/s, 'cp', undefined, { needs: ']]>' }],
      [/<!--/, 'c', 'comment'],
      [/<\?.*?\?>/s, 'cp', undefined, { needs: '?>' }],
      [/<![^>]*>/, 'cp', undefined, { needs: '>' }],
      [/<\s*[\p{L}:_][\p{L}\p{M}\p{N}:._-]*/u, 'nt', 'tag'],
      [/<\s*\/\s*[\p{L}:_][\p{L}\p{M}\p{N}:._-]*\s*>/u, 'nt'],
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
