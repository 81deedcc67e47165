/** What `new-theme` makes: the shape of a theme that installs as a gem or as an npm package. */
import { CODE_OF_CONDUCT, mitLicense } from './theme-texts.ts'
import type { TemplateFile } from './types.ts'

export const THEME_DIRECTORIES: readonly string[] = ['assets', '_data', '_layouts', '_includes', '_sass']

interface ThemeAuthor {
  readonly name: string
  readonly email: string
  readonly year: number
}

/** The files of the theme `name`, in the order they are made. */
export function themeFiles(
  name: string,
  author: ThemeAuthor,
  codeOfConduct: boolean,
): readonly TemplateFile[] {
  return [
    ...LAYOUTS,
    { path: 'Gemfile', text: "source 'https://rubygems.org'\n\ngemspec\n" },
    { path: `${name}.gemspec`, text: gemspec(name, author) },
    { path: 'README.md', text: readme(name) },
    { path: 'LICENSE.txt', text: mitLicense(author.year, author.name) },
    ...(codeOfConduct ? [{ path: 'CODE_OF_CONDUCT.md', text: CODE_OF_CONDUCT }] : []),
  ]
}

export const THEME_GITIGNORE: TemplateFile = {
  path: '.gitignore',
  text: '*.gem\n.bundle\n.jekyll-cache\n.sass-cache\n_site\nGemfile.lock\n',
}

const LAYOUTS: readonly TemplateFile[] = [
  { path: '_layouts/page.html', text: '---\nlayout: default\n---\n\n{{ content }}\n' },
  { path: '_layouts/post.html', text: '---\nlayout: default\n---\n\n{{ content }}\n' },
  { path: '_layouts/default.html', text: '{{ content }}\n' },
]

function gemspec(name: string, { name: author, email }: ThemeAuthor): string {
  return `# frozen_string_literal: true

Gem::Specification.new do |theme|
  theme.name = ${JSON.stringify(name)}
  theme.version = "0.1.0"
  theme.authors = [${JSON.stringify(author)}]
  theme.email = [${JSON.stringify(email)}]
  theme.summary = "TODO: one sentence on the theme"
  theme.homepage = "TODO: where the theme lives"
  theme.license = "MIT"

  # What git tracks of a theme's own folders, and nothing else.
  parts = %r{\\A(assets|_data|_layouts|_includes|_sass)/|\\A(LICENSE|README|_config\\.yml)}i
  theme.files = \`git ls-files -z\`.split("\\0").grep(parts)

  theme.add_runtime_dependency "jekyll", ">= 4.3", "< 5"
end
`
}

function readme(name: string): string {
  return `# ${name}

TODO: say what the theme is for, with a picture.

## Use it

In the site's \`_config.yml\`:

\`\`\`yaml
theme: ${name}
\`\`\`

and the theme itself as a gem in the site's \`Gemfile\`:

\`\`\`ruby
gem "${name}"
\`\`\`

or as a folder, in \`vendor/${name}\` of the site.

## Change it

Layouts are in \`_layouts\`, includes in \`_includes\`, styles in \`_sass\`, everything else a page loads in \`assets\`.
The folder is a site too: add an \`index.md\`, run \`whirl serve\` and look.

A site replaces any of these files by one of its own with the same path.

## License

[MIT](LICENSE.txt)
`
}
