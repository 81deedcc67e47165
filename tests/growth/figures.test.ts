/** Texts of figures. */
import { drawFigure } from '../../src/figures/index.ts'
import { fill, type Generators, growthTable, inside, numbered } from './table.ts'

const PACKETS: Generators = {
  fields: numbered((i) => `8 "Field ${i}"\n`),
  'fields of one name': fill('8 A\n'),
  'fields with notes': numbered((i) => `8 A note="${i}"\n`),
  'long fields': fill('4096 A\n'),
  groups: numbered((i) => `G${i}:\n 8 A\n`),
  'groups in one row': fill('G:\n 1 A\n'),
  'fields of parts': fill('8 A:\n 4 B\n 4 C\n'),
  'places that are taken': fill('0-7 A\n'),
  headers: fill('include tcp\n'),
  'a long name': inside('32 ', 'word '),
  'a name of one word': inside('32 ', 'w'),
  'a long note': inside('32 A note="', 'word ', '"'),
  'half quotes': fill('"'),
  'escaped quotes': inside('8 "', '\\"', '"'),
  attributes: inside('8 A ', 'note=a '),
  'settings that are not known': numbered((i) => `s${'x'.repeat(i % 9)}: a\n`),
  'deep indentation': numbered((i) => `${' '.repeat(i % 60)}G:\n`),
  blanks: fill(' '),
  'empty lines': fill('\n'),
  comments: fill('# a\n'),
}
growthTable('a packet', PACKETS, (text) => drawFigure('packet', text))
