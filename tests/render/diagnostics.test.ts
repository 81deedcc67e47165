/** What a person is told of a mistake: Jekyll's line first, then the place in the file, what to do and the way there. */
import { expect, test } from 'vitest'
import { BuildError, type Diagnostic, formatDiagnostic } from '../../src/base/index.ts'
import { filesOf } from '../../src/read/files-in-text.ts'
import { buildSite } from './build-site.ts'

/** The diagnostic that ends the build of the site in `text`. */
function failure(text: string): Diagnostic {
  try {
    buildSite(filesOf(text))
  } catch (error) {
    if (error instanceof BuildError && error.diagnostics[0] !== undefined) return error.diagnostics[0]
    throw error
  }
  throw new Error('the site was built')
}

/** The text that the diagnostic points at, and its line in the file. */
function place({ source, span }: Diagnostic): string {
  if (source === undefined || span === undefined) return 'nowhere'
  const line = source.text.slice(0, span.start).split('\n').length
  return `${source.path}:${line} ${source.text.slice(span.start, span.end)}`
}

test('an unknown tag in a post is shown on its line of the file, below the front matter', () => {
  const found = failure('-- _posts/2024-01-02-a.md --\n---\ntitle: A\n---\none\n\n{% inclue x %}\n')
  expect(found.code).toBe('liquid/unknown-tag')
  expect(found.message).toBe(
    "Liquid Exception: Liquid syntax error (line 3): Unknown tag 'inclue' in /SITE/_posts/2024-01-02-a.md",
  )
  expect(place(found)).toBe('_posts/2024-01-02-a.md:6 {% inclue x %}')
  expect(found.trail).toEqual(['rendering _posts/2024-01-02-a.md'])
})

test('an unknown tag or filter gets the name it is near to', () => {
  expect(failure('-- a.html --\n---\n---\n{% inclue x %}\n').help).toBe("did you mean 'include'?")
  const strict = '-- _config.yml --\nliquid: {strict_filters: true}\n-- a.html --\n---\n---\n'
  const found = failure(`${strict}{{ "a" | markdwonify }}\n`)
  expect([found.code, found.help]).toEqual(['liquid/undefined-filter', "did you mean 'markdownify'?"])
  expect(failure(`${strict}{{ "a" | qqqqqq }}\n`).help).toBeUndefined()
})

test('an error in an include points into the include and says who included it', () => {
  const found = failure(
    '-- _layouts/l.html --\n---\na: 1\n---\n<p>\n{% include n.html %}\n-- _includes/n.html --\nx\n\n{{ 1 | divided_by: 0 }}\n-- a.html --\n---\nlayout: l\n---\na\n',
  )
  expect(found.message).toBe(
    'Liquid Exception: Liquid error (/SITE/_includes/n.html line 3): divided by 0 included in /SITE/_layouts/l.html',
  )
  expect(place(found)).toBe('_includes/n.html:3 {{ 1 | divided_by: 0 }}')
  expect(found.trail).toEqual(['included from _layouts/l.html:5', 'rendering a.html'])
})

test('an include that includes itself is told in a few lines', () => {
  const found = failure(
    '-- _includes/a.html --\n{% include a.html %}\n-- a.html --\n---\n---\n{% include a.html %}\n',
  )
  expect(found.message).toMatch(/Nesting too deep included in a\.html$/)
  expect(found.trail).toEqual([
    'included from _includes/a.html:1',
    'included from _includes/a.html:1',
    expect.stringMatching(/^… \d+ more$/),
    'included from _includes/a.html:1',
    'included from a.html:3',
    'rendering a.html',
  ])
})

test('braces in a parameter of an include are what to leave out', () => {
  const site = '-- _includes/a.html --\nx\n-- a.html --\n---\n---\n'
  expect(failure(`${site}{% include a.html b="{{ page.url }}" %}`).help).toMatch(
    /without braces: name=page\.title/,
  )
  expect(failure(`${site}{% include "a.html" %}`).help).toMatch(/without quotes$/)
})

test('a missing include is one line, with the tag', () => {
  const found = failure('-- a.html --\n---\n---\n<p>\n  {% include gone.html %}\n')
  expect(found.code).toBe('render/include-missing')
  expect(found.message).toMatch(
    /^Liquid Exception: Could not locate the included file 'gone\.html' in any of /,
  )
  expect(place(found)).toBe('a.html:4 {% include gone.html %}')
})

test('bad parameters of an include are found when the page is compiled', () => {
  const found = failure(
    '-- a.html --\n---\n---\n\n{% include a.html x=page["y"] %}\n-- _includes/a.html --\na\n',
  )
  expect(found.code).toBe('render/include-syntax')
  expect(place(found)).toBe('a.html:4 {% include a.html x=page["y"] %}')
  expect(found.help).toMatch(/assign/)
})

test('a link to nowhere with a slash in front says to leave it out', () => {
  const found = failure('-- a.html --\n---\n---\n{% link /b.md %}\n')
  expect(found.message).toMatch(/^Liquid Exception: Could not find document '\/b\.md' in tag 'link'\./)
  expect(found.help).toBe('leave out the slash in front')
})

test('a stylesheet that does not compile names the partial and its line', () => {
  const found = failure('-- _sass/p.scss --\na {\n  b: $c;\n}\n-- main.scss --\n---\n---\n@import "p";\n')
  expect(found.code).toBe('render/conversion')
  expect(found.message).toBe(
    'Conversion error: Jekyll::Converters::Scss encountered an error while converting \'main.scss\':\nError: Undefined variable: "$c". (_sass/p.scss:2)',
  )
})

test('a range of more numbers than can be held says so, with its place', () => {
  const found = failure(
    '-- a.html --\n---\n---\n\n{% for i in (1..1000000000) limit: 2 %}{{ i }}{% endfor %}\n',
  )
  expect(found.message).toBe(
    'Liquid Exception: Liquid error (line 1): failed to allocate memory for 1..1000000000 in a.html',
  )
  expect(place(found)).toBe('a.html:4 {% for i in (1..1000000000) limit: 2 %}')
  expect(found.help).toBe('a range has at most 50000000 numbers')
})

test('an include that includes itself ends with an error, not with a crash', () => {
  const found = failure(
    '-- a.html --\n---\n---\n{% include a.html %}\n-- _includes/a.html --\n{% include a.html %}\n',
  )
  expect(found.message).toBe(
    'Liquid Exception: Liquid error (/SITE/_includes/a.html line 1): Nesting too deep included in a.html',
  )
})

test('an excerpt that shows itself in a list ends with an error, not with a crash', () => {
  const found = failure(
    '-- _posts/2024-01-02-a.md --\n---\n---\n{{ site.posts[0].excerpt }} a\n\nb\n-- index.html --\n---\n---\n{{ site.posts[0].excerpt }}\n',
  )
  expect(found.message).toMatch(/stack level too deep/)
})

test('what uses itself without end is told with its place, wherever the stack runs out', () => {
  const below = <T>(frames: number, run: () => T): T => (frames === 0 ? run() : below(frames - 1, run))
  for (let frames = 0; frames < 300; frames += 6) {
    const found = below(frames, () =>
      failure(
        '-- _posts/2024-01-02-a.md --\n---\n---\n{{ site.posts[0].excerpt }} a\n\nb\n-- index.html --\n---\n---\n{{ site.posts[0].excerpt }}\n',
      ),
    )
    expect(place(found)).toBe('_posts/2024-01-02-a.md:3 {{ site.posts[0].excerpt }}')
  }
})

test('warnings of a layout are told once, not for each page', () => {
  const { diagnostics } = buildSite(
    filesOf(
      '-- _layouts/l.html --\n{% if a && b %}{% endif %}\n-- a.html --\n---\nlayout: l\n---\n-- b.html --\n---\nlayout: l\n---\n',
    ),
  )
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'Liquid Warning: Liquid syntax error (line 1): Unexpected character & in "a && b" in /SITE/_layouts/l.html',
  ])
})

test('the frame of a message shows the lines of the file', () => {
  const text = formatDiagnostic(failure('-- a.html --\n---\nt: 1\n---\none\n{% nosuch %}\nthree\n'))
  expect(text).toContain('a.html:5')
  expect(text).toContain('> 5 | {% nosuch %}')
})

test('a date that is wider than Ruby prints one is an error with its place', () => {
  const found = failure('-- a.md --\n---\n---\nx\n{{ "2020-01-02" | date: "%9999999d" }}\n')
  expect(found.message).toBe('Liquid Exception: Numerical result out of range - %9999999d in a.md')
  expect(place(found)).toBe('a.md:4 {{ "2020-01-02" | date: "%9999999d" }}')
  expect(found.help).toBe('ask for a smaller width')
})
