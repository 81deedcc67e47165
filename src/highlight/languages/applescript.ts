import { language } from '../language.ts'
import type { Callback } from '../types.ts'

/** A word ends here; letters beyond ASCII count, though no word has any. */
const END = String.raw`(?![\p{L}\p{M}\p{N}_])`

/** Any of `list`, the longest first. Their plurals, too, where said. */
function phrases(list: string, plural = ''): RegExp {
  const each = list
    .replace(/\s+/g, ' ')
    .split(', ')
    .sort((a, b) => b.length - a.length)
  return new RegExp(`(?:${each.join('|')})${plural}${END}`, 'u')
}

/** A name that runs into a letter beyond ASCII is none: nothing of it is known but its digits. */
const name: Callback<undefined> = (x, m) => {
  const [, run = '', beyond] = m as readonly (string | undefined)[]
  if (beyond === undefined) x.token('nv', run)
  else for (const [part] of run.matchAll(/\d+|\D+/g)) x.token(/\d/.test(part) ? 'mi' : 'err', part)
  x.unread()
}

/** AppleScript, with the words of its studio. A block comment is but its opening, as in Rouge. */
export const applescript = language({
  tag: 'applescript',
  until: '5.1',
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/¬\n/, 'se'],
      [/'s\s+/, ''],
      [/(?:--|#).*/, 'c1'],
      [/\(\*/, 'cm'],
      [/[(){}!,.:]/, 'p'],
      [/(«)([^»]+)(»)/, ['', 'nb', ''], undefined, { needs: '»' }],
      [
        /((?:considering|ignoring)\s*)(application responses|case|diacriticals|hyphens|numeric strings|punctuation|white space)/,
        ['k', 'nb'],
      ],
      [/[-*+&≠=≥≤/÷^]|[<>]=?/, 'o'],
      [phrases(OPERATORS), 'ow'],
      [/^(in|on|script|to)(\s+)/, ['k', '']],
      [
        /(as )((?:alias|application|boolean|class|constant|date|file|integer|list|number|POSIX file|real|record|reference|RGB color|script|text) (?=[\p{L}\p{M}\p{N}_])|(?:unit types|(?:Unicode )?text|string)(?![\p{L}\p{M}\p{N}_]))/u,
        ['k', 'nc'],
      ],
      [phrases(COMMANDS), 'nb'],
      [phrases(CONTROL), 'k'],
      [phrases(RESERVED), 'nb'],
      [phrases(THINGS, 's?'), 'nb'],
      [phrases(ATTRIBUTES), 'na'],
      [phrases(CLASSES, 's?'), 'nb'],
      [phrases(REFERENCES), 'nb'],
      [/\d+(?:st|nd|rd|th)(?![\p{L}\p{M}\p{N}_])/u, 'nb'],
      [/"(?:\\[\s\S]|[^"\\])*"/, 's2', undefined, { hopeless: true }],
      // What ends nowhere ends at the last escaped quote.
      [/"[\s\S]*"/, 's2'],
      [/([a-zA-Z]\w*)([\p{L}\p{M}\p{N}])?/u, name],
      [/\d+\.\d*(?:E[-+]\d+)?/, 'mf'],
      [/\d+/, 'mi'],
    ],
  }),
})

const OPERATORS = `and, or, is equal, equals, equal to, is not, isn't, doesn't equal, does not equal, is greater than,
greater than, comes after, does not come after, doesn't come after, does not come before, doesn't
come before, is less than, less than, comes before, starts with, start with, begins with, begin
with, ends with, end with, contains, contain, does not contain, doesn't contain, is in, is contained
by, div, mod, not, ref, ref to, reference to, is, does`

const COMMANDS = `AppleScript, current application, false, linefeed, missing value, pi, quote, result, return, space,
tab, text item delimiters, true, version, ASCII character, ASCII number, activate, beep, choose URL,
choose application, choose color, choose file, choose file name, choose folder, choose from list,
choose remote application, clipboard info, close, close access, copy, count, current date, delay,
delete, display, display alert, display dialog, do shell script, duplicate, exists, get eof, get
volume settings, info for, launch, list disks, list folder, load script, log, make, mount volume,
new, offset, open, open for access, open location, path to, print, quit, random number, read, round,
run, run script, say, scripting components, set eof, set the clipboard to, set volume, store script,
summarize, system attribute, system info, the clipboard, time to GMT, write, quoted form`

const CONTROL = `as, considering, else, error, exit, from, if, ignoring, in, repeat, tell, then, times, to, try,
until, using terms from, while, whith, with timeout, with timeout of, with transaction, by,
continue, end, it, its, me, my, of, global, local, prop, property, set, get`

/** Reserved words, what a text is made of, and what names parameters. */
const RESERVED = `but, put, returning, the, about, above, against, apart from, around, aside from, at, below, beneath,
beside, between, for, given, instead of, on, onto, out of, over, since`

const THINGS = `attachment, attribute run, character, day, month, paragraph, word, year`

const ATTRIBUTES = `alpha, auto resizes, document rect, frontmost, item height, cell, data source, document, font, formatter, image, menu, movie, pasteboard, sound, table view,
toolbar, view, window, accepts arrow key, action method, active, alignment, allowed identifiers,
allows branch selection, allows column reordering, allows column resizing, allows column selection,
allows customization, allows editing text attributes, allows empty selection, allows mixed state,
allows multiple selection, allows reordering, allows undo, alpha value, alternate image, alternate
increment value, alternate title, animation delay, associated file name, associated object, auto
completes, auto display, auto enables items, auto repeat, auto resizes outline column, auto save
expanded items, auto save name, auto save table columns, auto saves configuration, auto scroll, auto
sizes all columns to fit, auto sizes cells, background color, bezel state, bezel style, bezeled,
border rect, border type, bordered, bounds, bounds rotation, button returned, button type, can
choose directories, can choose files, can draw, can hide, cell background color, cell size, cell
type, class, click count, clicked data column, clicked data item, clicked row, closeable, collating,
color mode, color panel, command key down, configuration, content, content size, content view,
continuous, control key down, control size, control tint, control view, controller visible,
coordinate system, copies, copies on scroll, corner view, current cell, current column, current
item, current menu item, current row, current tab view item, default identifiers, delta x, delta y,
delta z, destination window, directory, displayed cell, double value, draws background, echos
bullets, edge, editable, edited data column, enabled, ending page, excluded from windows menu,
executable path, expanded, fax number, field editor, file kind, file name, file type, first
responder, first visible column, flipped, floating, font panel, frameworks path, has data items, has
horizontal ruler, has horizontal scroller, has parent data item, has resize indicator, has shadow,
has sub menu, has vertical ruler, has vertical scroller, header cell, header view, hidden, hides
when deactivated, highlights by, horizontal line scroll, horizontal page scroll, horizontal ruler
view, horizontally resizable, icon image, id, identifier, ignores multiple clicks, image alignment,
image dims when disabled, image frame style, image scaling, imports graphics, increment value,
indentation per level, index, integer value, intercell spacing, item height, key, key code, key
equivalent, key equivalent modifier, key window, knob thickness, label, last visible column, leading
offset, leaf, level, line scroll, loaded, localized sort, location, loop mode, main, main bunde,
main menu, main window, marker follows cell, matrix mode, maximum content size, maximum size,
maximum visible columns, menu form representation, miniaturizable, miniaturized, minimized image,
minimized title, minimum column width, minimum content size, minimum size, modal, modified, mouse
down state, movie controller, movie file, movie rect, muted, name, needs display, next state, next
text, number of tick marks, only tick mark values, opaque, option key down, outline table column,
page scroll, pages across, pages down, palette label, pane splitter, parent data item, parent
window, path, path names, path separator, pressure, prompt, properties, prototype cell, pulls down,
rate, released when closed, repeated, required file type, resizable, resized column, resource path,
returns records, reuses columns, rich text, roll over, row height, rulers visible, save panel,
scripts path, scrollable, selectable, selectable identifiers, selected cell, selected column,
selected columns, selected data column, selected data columns, selected data item, selected data
items, selected data row, selected data rows, selected item identifier, selected row, selected rows,
services menu, shared frameworks path, shared support path, sheet, shift key down, shows alpha,
shows state by, size, size mode, smart insert delete enabled, sort case sensitivity, sort column,
sort order, sort type, sorted, source, spell checking enabled, starting page, state, sub menu, super
menu, super view, tag, target, target printer, text color, text container insert, text returned,
tick mark position, time stamp, title, title cell, title font, title height, title position, title
rect, tool tip, trailing offset, transparent, treat packages as directories, truncated labels,
types, unmodified characters, update views, use sort indicator, user defaults, uses data source,
uses ruler, uses threaded animation, uses title from previous column, value wraps, vertical,
vertical line scroll, vertical page scroll, vertical ruler view, vertically resizable, visible,
visible document rect, volume, width, windows menu, wraps, zoomable, zoomed, string value, contents,
position`

const CLASSES = `item, action cell, alert reply, box, browser, browser cell, bundle, button cell, cell, clip view, color
well, color-panel, combo box, combo box item, control, data, data cell, data column, data item, data
row, data source, default entry, dialog reply, document, drag info, drawer, event, font, formatter,
image, matrix, menu, movie, outline view, panel, pasteboard, plugin, popup button, progress
indicator, responder, save-panel, scroll view, secure text field, secure text field cell, slider,
sound, split view, stepper, table column, table header cell, table header view, table view, text
field, text field cell, text view, toolbar, user-defaults, view, window, text, application, button`

const REFERENCES = `append, call method, center, go, hide, highlight, increment, load image, load movie, load nib, load
panel, load sound, localized string, lock focus, pause, perform action, play, register, resume,
scroll, select, select all, show, start, step back, step forward, stop, synchronize, unlock focus,
update, 1st, back of, front of, first, second, third, fourth, fifth, sixth, seventh, eighth, ninth,
tenth, after, back, before, behind, every, front, last, middle, some, that, through, thru, where,
whose`
