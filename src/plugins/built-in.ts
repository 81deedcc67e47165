/** Plugins of Jekyll's world whose work the program does by itself. */

/** The one that lets a configuration name its theme as `remote_theme`. */
export const REMOTE_THEME = 'jekyll-remote-theme'

/** Their names, and what does their work: naming them is not a mistake and loads nothing. */
export const BUILT_IN: ReadonlyMap<string, string> = new Map([
  [
    'jekyll-commonmark',
    'a converter of the program, as 1.4.0 prints: `markdown: CommonMark`, see [below](#commonmark)',
  ],
  ['jekyll-commonmark-ghpages', 'a converter of the program, as 0.5.1 prints: `markdown: CommonMarkGhPages`'],
  ['jekyll-compose', 'commands of the program: `whirl post` and the others'],
  [
    REMOTE_THEME,
    '`remote_theme`, as 0.4.3: themes are found before plugins are loaded; see [themes](themes.md)',
  ],
  ['jekyll-sass-converter', 'a converter of the program, as it is of Jekyll'],
  ['jekyll-watch', 'a command of the program: `whirl serve`'],
  ['kramdown', 'the Markdown converter of the program'],
  ['kramdown-parser-gfm', 'the Markdown converter of the program'],
  ['rouge', 'the highlighter of the program'],
  ['webrick', 'the server of the program'],
])
