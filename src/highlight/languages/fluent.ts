import { language } from '../language.ts'

export const fluent = language({
  tag: 'fluent',
  aliases: ['ftl'],
  filenames: ['*.ftl'],
  since: '3.30',
  states: () => ({
    root: [
      [/#{1,3}(?: .*|$)/, 'c1'],
      [/[ \t]*\n/, 'w'],
      [/[ \t]*\.[a-zA-Z][\w-]*/, 'na'],
      [/-[a-zA-Z][\w-]*/, 'ni'],
      [/[a-zA-Z][\w-]*/, 'no'],
      [/( *)(=)( *)/, ['w', 'p', 'w'], 'text'],
      [/[ \t]+(?=[^\s.])/, 'w', 'text'],
      // Each of them, but read at once.
      [/[ \t]+/, 'err'],
    ],
    text: [
      [/[^{}*\n]+/, ''],
      [/\{/, 'p', 'placeable'],
      [/\n/, 'w', '#pop'],
      [/(?=\})/, '', '#pop'],
    ],
    placeable: [
      [/\s+/, 'w'],
      [/\{/, 'p', '#push'],
      [/\}/, 'p', '#pop'],
      [/"/, 's2', 'string'],
      [/->|[(),:]/, 'p'],
      [/\*/, 'pi'],
      [/(\[)(-?\d+\.\d+)(\])/, ['p', 'mf', 'p'], 'text'],
      [/(\[)(-?\d+)(\])/, ['p', 'mi', 'p'], 'text'],
      // A key of one letter is none.
      [/(\[)([a-zA-Z][\w-]+)(\])/, ['p', 'ss', 'p'], 'text'],
      [/\$[a-zA-Z][\w-]*/, 'nv'],
      [/-[a-zA-Z][\w-]*/, 'ni'],
      [/\.[a-zA-Z][\w-]*/, 'na'],
      [/[A-Z]+/, 'nb'],
      [/[a-zA-Z][\w-]*/, 'no'],
      [/-?\d+\.\d/, 'mf'],
      [/-?\d+/, 'mi'],
    ],
    string: [
      [/[^"\\]+/, 's2'],
      [/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)/, 'se'],
      [/"/, 's2', '#pop'],
    ],
  }),
})
