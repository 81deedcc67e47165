/**
 * Code blocks in `bars` become a chart: a name and a number on each line, the caption from kramdown's attribute list.
 *
 *     ```bars
 *     apples 3
 *     pears 5
 *     ```
 *     {: caption="Fruit"}
 */
import { definePlugin, escapeHtml } from 'whirl-blog'

export default definePlugin({
  name: 'bars',
  codeBlocks: [
    {
      languages: ['bars'],
      render(code, block) {
        const rows = code
          .trimEnd()
          .split('\n')
          .map((line) => /^(.+?)\s+(\d+(?:\.\d+)?)$/.exec(line))
        const wrong = rows.indexOf(null)
        if (wrong !== -1) {
          block.warn('bars: a line is a name and a number', { line: wrong + 1, help: 'write `apples 3`' })
          // The block stays code, so that the page shows what is wrong.
          return undefined
        }
        const most = Math.max(...rows.map((row) => Number(row?.[2])))
        const bars = rows.map(
          (row) =>
            `<dt>${escapeHtml(row?.[1] ?? '')}</dt>\n<dd><meter max="${most}" value="${row?.[2]}">${row?.[2]}</meter></dd>\n`,
        )
        const caption = block.attributes.get('caption')
        const shown = caption === undefined ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>\n`
        return `<figure class="bars">\n${shown}<dl>\n${bars.join('')}</dl>\n</figure>`
      },
    },
  ],
})
