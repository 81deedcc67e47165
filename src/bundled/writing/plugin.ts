/**
 * What writers know from elsewhere: callouts, tabs, details, cards, task lists with names, attributes in the line of a
 * fence. Whirl's own; docs/writing.md. `theme: whirl` loads it; other themes name it among their plugins.
 */
import { definePlugin } from '../../plugin-api.ts'
import { withCallouts } from './callouts.ts'
import { fenceAttributes } from './fence-words.ts'
import { isOn, SETTINGS, understoodBy } from './options.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'
import { TAGS } from './tags.ts'
import { withTaskNames } from './task-names.ts'

const HEAD = `<link rel="stylesheet" href="{{ '/assets/writing/writing.css' | relative_url }}">
<script type="module" src="{{ '/assets/writing/tabs.js' | relative_url }}"></script>
`

export const writing = definePlugin({
  name: 'writing',
  settings: SETTINGS,
  tags: TAGS,
  markdown: {
    understands: understoodBy,
    fence(words, ctx) {
      if (!isOn(ctx.site, 'fences')) return undefined
      const { attributes, unknown } = fenceAttributes(words)
      for (const word of unknown)
        ctx.warn(`'${word}' behind the language of a fence means nothing: docs/writing.md says what does.`, {
          text: words.trim(),
        })
      return attributes
    },
    html(html, ctx) {
      const changed = withCallouts(html, ctx.say)
      const called = changed === html || isOn(ctx.site, 'alerts') ? changed : html
      const named = withTaskNames(called)
      return named === called || isOn(ctx.site, 'tasks') ? named : called
    },
  },
  includes: { 'writing/head.html': HEAD, 'writing/style.css': STYLE },
  finish: () => [
    { path: 'assets/writing/tabs.js', content: SCRIPT },
    { path: 'assets/writing/writing.css', content: STYLE },
  ],
})
