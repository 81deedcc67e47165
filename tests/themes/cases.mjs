/**
 * Sites with a theme, each with the files of both. What Jekyll makes of them is recorded in reference.json by
 * `npm run ask -- --record tests/themes`. Paths that start with `theme/` are the gem's; `-> x` makes a link.
 */
const page = (body, more = '') => `---\n${more}---\n${body}`
const list = page(
  `{% for p in site.pages %}{{ p.path }}|{{ p.url }}|{{ p.name }}|{{ p.dir }}
{% endfor %}{% for f in site.static_files %}{{ f.path }}|{{ f.extname }}|{{ f.basename }}
{% endfor %}`,
)

export const CASES = [
  {
    name: 'layouts and includes: the site’s own first',
    config: '',
    files: {
      'index.html': page(
        '{% include a.html %}{% include b.html %}{% include deep/c.html x="1" %}',
        'layout: post\n',
      ),
      '_includes/b.html': 'site b ',
      '_layouts/default.html': 'site default[{{ content }}]{{ layout.k }}',
      'theme/_includes/a.html': 'theme a, {% include b.html %}',
      'theme/_includes/b.html': 'theme b ',
      'theme/_includes/deep/c.html': 'theme c {{ include.x }}',
      'theme/_layouts/default.html': 'theme default[{{ content }}]',
      'theme/_layouts/post.html': page('theme post({{ content }})', 'layout: default\nk: 1\n'),
    },
  },
  {
    name: 'folders called otherwise by the site stay the theme’s usual ones',
    config: 'layouts_dir: lay\nincludes_dir: inc\ndata_dir: dat\n',
    files: {
      'index.html': page('{% include a.html %}{{ site.data.d | jsonify }}', 'layout: one\n'),
      'inc/b.html': 'site',
      'lay/two.html': 'two[{{ content }}]',
      'dat/d.yml': 's: 1\n',
      'theme/_includes/a.html': 'a{% include b.html %}',
      'theme/_includes/b.html': 'theme',
      'theme/_layouts/one.html': page('one[{{ content }}]', 'layout: two\n'),
      'theme/_data/d.yml': 't: 1\n',
      'theme/dat/d.yml': 'wrong: 1\n',
    },
  },
  {
    name: 'data: hashes merged, all else the site’s',
    config: '',
    files: {
      'index.html': page('{{ site.data | jsonify }}'),
      '_data/both.yml': 'a: site\nh: {x: 1}\nl: [1]\n',
      '_data/list.yml': '[site]\n',
      '_data/other.json': '{"s": 1}',
      '_data/dir/in.yml': 's: 1\n',
      'theme/_data/both.yml': 'a: theme\nb: theme\nh: {y: 2}\nl: [2, 3]\n',
      'theme/_data/list.yml': '[theme, more]\n',
      'theme/_data/other.yml': 't: 1\n',
      'theme/_data/only.csv': 'a,b\n1,2\n',
      'theme/_data/dir/in.yml': 't: 1\n',
      'theme/_data/dir/out.yml': 't: 2\n',
    },
  },
  {
    name: 'assets: pages and files, the site’s own first',
    config: '',
    files: {
      'index.html': list,
      'assets/a.txt': 'site',
      'assets/b.html': page('site b'),
      'assets/css/style.css': 'site',
      'theme/assets/a.txt': 'theme',
      'theme/assets/b.html': page('theme b'),
      'theme/assets/c.html': page('theme c {{ page.path }} {{ page.url }} {{ page.name }}'),
      'theme/assets/css/style.css': 'theme',
      'theme/assets/css/main.css': page('p{a:{{ site.title }}}'),
      'theme/assets/.hidden': 'h',
      'theme/assets/_under/x.txt': 'u',
      'theme/assets/back~': 'b',
      'theme/assets/d.md': page('# D'),
      'theme/index.html': page('not read'),
      'theme/_posts/2020-01-01-x.md': page('not read'),
      'theme/other/x.txt': 'not read',
    },
  },
  {
    name: 'assets under permalinks and defaults of the site',
    config:
      'permalink: pretty\ndefaults:\n- {scope: {path: assets}, values: {k: v, layout: d}}\n- {scope: {path: "", type: pages}, values: {m: n}}\n',
    files: {
      'index.html': list,
      'theme/_layouts/d.html': 'd[{{ content }}]',
      'theme/assets/c.html': page('{{ page.k }} {{ page.m }} {{ page.url }}'),
      'theme/assets/404.html': page('{{ page.url }}', 'permalink: /404.html\n'),
      'theme/assets/x.js': page('js {{ page.k }} {{ page.layout }}'),
    },
  },
  {
    name: 'exclude and include of the site against a theme’s assets',
    config: 'exclude: [assets/x.txt, assets/p.html]\ninclude: [.keep]\n',
    files: {
      'index.html': list,
      'theme/assets/x.txt': 'x',
      'theme/assets/p.html': page('p'),
      'theme/assets/.keep': 'k',
    },
  },
  {
    name: 'links in a theme',
    config: '',
    files: {
      'index.html': page('{% include l.html %}', 'layout: l\n'),
      'outside.txt': 'o',
      'theme/_includes/r.html': 'r',
      'theme/_includes/l.html': '-> r.html',
      'theme/_layouts/r.html': 'r[{{ content }}]',
      'theme/_layouts/l.html': '-> r.html',
      'theme/assets/real.txt': 'x',
      'theme/assets/link.txt': '-> real.txt',
      'theme/assets/page.html': page('p'),
      'theme/assets/plink.html': '-> page.html',
      'theme/assets/dir/in.txt': 'in',
      'theme/assets/dlink': '-> dir',
    },
  },
  {
    name: 'settings of the theme below the site’s',
    config: 'title: S\nh: {b: [2], c: {y: 2}}\n',
    files: {
      'index.html': page(
        '{{ site.foo }} {{ site.title }} {{ site.h | jsonify }} {{ site.plugins | jsonify }} {{ site.markdown }} {{ site.exclude | size }} {{ site.permalink }} {{ site.kramdown.input }} {{ site.kramdown.zzz }} {{ site.sass | jsonify }} {{ site.collections.x | jsonify }} {{ page.dv }} {{ site.theme }} {{ site.lang }} {{ site.baseurl }} {{ site.url }} {{ site.timezone }}',
      ),
      '_x/a.md': page('A'),
      'theme/_config.yml':
        'foo: theme\ntitle: T\nmarkdown: none\nexclude: [a]\npermalink: pretty\nkramdown: {zzz: 1}\nsass: {style: compressed}\ncollections: {x: {output: true}}\ndefaults:\n- {scope: {path: ""}, values: {dv: from-theme}}\nh: {a: 1, b: [1], c: {x: 1}}\ntheme: other\nlang: de\nbaseurl: /t\nurl: http://t\ntimezone: Asia/Tokyo\n',
    },
  },
  {
    name: 'settings of the theme, ignored when the site says so',
    config: 'ignore_theme_config: true\n',
    files: { 'index.html': page('[{{ site.foo }}]'), 'theme/_config.yml': 'foo: 1\n' },
  },
  {
    name: 'settings of the theme that are no hash, or a link',
    config: '',
    files: {
      'index.html': page('[{{ site.foo }}]'),
      'theme/x.yml': 'foo: 1\n',
      'theme/_config.yml': '-> x.yml',
    },
  },
  {
    name: 'settings of the theme that are a list',
    config: '',
    files: { 'index.html': page('[{{ site.foo }}]'), 'theme/_config.yml': '- foo: 1\n' },
  },
  {
    name: 'settings of the theme under another name',
    config: '',
    files: {
      'index.html': page('[{{ site.foo }}]'),
      'theme/_config.yaml': 'foo: 1\n',
      'theme/_config.toml': 'foo = 1\n',
    },
  },
  {
    name: 'what templates see of the theme',
    config: '',
    files: {
      'index.html': page(
        '{{ site.theme }} {{ theme }} {{ theme.version }} {{ theme.authors }} {{ theme.description }} {{ theme.metadata | jsonify }} {{ theme.dependencies | join: ";" }} {{ theme.nope }} {% for x in theme %}{{ x }};{% endfor %}',
      ),
    },
  },
  {
    name: 'Sass of the theme and of the site',
    config: 'sass: {style: expanded}\n',
    files: {
      'assets/site.scss': page('@import "theme-part"; @import "both"; @import "site-part";'),
      '_sass/_both.scss': 'b { from: site }',
      '_sass/_site-part.scss': 's { from: site }',
      'theme/_sass/_theme-part.scss': 't { from: theme }\n@import "nested/one";',
      'theme/_sass/nested/_one.scss': 'n { from: theme }',
      'theme/_sass/_both.scss': 'b { from: theme }',
      'theme/assets/theme.scss': page('@import "{{ site.theme }}"; @import "both";'),
      'theme/_sass/demo.scss': 'd { from: theme }',
    },
  },
  {
    name: 'Sass folder called otherwise by the site',
    config: 'sass: {sass_dir: styles, style: expanded}\n',
    files: {
      'assets/site.scss': page('@import "mine"; @import "theirs";'),
      'styles/_mine.scss': 'm { a: b }',
      'theme/_sass/_theirs.scss': 't { a: b }',
    },
  },
  {
    name: 'links and includes by name to what the theme gives',
    config: '',
    files: {
      'index.html': page(
        '{% link assets/x.txt %} {% link assets/p.html %} {% assign n = "v.html" %}{% include {{ n }} a=1 %}',
      ),
      'theme/assets/x.txt': 'x',
      'theme/assets/p.html': page('p'),
      'theme/_includes/v.html': 'v{{ include.a }}',
    },
  },
  {
    name: 'safe mode',
    config: 'safe: true\n',
    files: {
      'index.html': page('{% include a.html %}{{ site.foo }}{{ site.data.d }}', 'layout: l\n'),
      'theme/_includes/a.html': 'a',
      'theme/_layouts/l.html': 'l[{{ content }}]',
      'theme/_data/d.yml': '1\n',
      'theme/_config.yml': 'foo: 1\n',
      'theme/assets/x.txt': 'x',
      'theme/_plugins/p.rb': 'raise "not run"\n',
    },
  },
  {
    name: 'front matter of a theme’s layout, and one that is empty',
    config: '',
    files: {
      'a.html': page('a', 'layout: one\n'),
      'b.html': page('b', 'layout: none-there\n'),
      'c.md': page('*c*', 'layout: md\n'),
      'theme/_layouts/one.html': page('{{ layout.x }}{{ layout | jsonify }}{{ content }}', 'x: 1\n'),
      'theme/_layouts/md.md': page('**{{ content }}**'),
    },
  },
  {
    name: 'Sass settings of the theme',
    config: '',
    files: {
      'a.scss': page('p { a: b; q { c: d } }'),
      'theme/_config.yml': 'sass: {style: compressed, sourcemap: never}\n',
    },
  },
  {
    name: 'two sources of one output: the site’s file beside the theme’s',
    config: '',
    files: {
      'assets/main.css': 'site',
      'about.html': page('site about'),
      'theme/assets/main.scss': page('p { a: b }'),
      'theme/assets/about.html': page('theme about', 'permalink: /about.html\n'),
    },
  },
  {
    name: 'an include that is nowhere',
    config: '',
    files: { 'index.html': page('{% include nope.html %}'), 'theme/_includes/x.html': 'x' },
  },
  {
    name: 'an include of the theme with a fault in it',
    config: '',
    files: { 'index.html': page('{% include x.html %}'), 'theme/_includes/x.html': 'a\n{% nope %}' },
  },
  {
    name: 'a layout of the theme with a fault in it',
    config: '',
    files: {
      'index.html': page('a', 'layout: l\n'),
      'theme/_layouts/l.html': 'a\n{{ content }}\n{% nope %}',
    },
  },
  {
    name: 'include_relative in a theme',
    config: '',
    files: {
      'index.html': page('a', 'layout: l\n'),
      'r.html': 'relative to the page',
      'theme/_layouts/l.html': '{{ content }}{% include_relative r.html %}',
    },
  },
  {
    name: 'a theme’s asset that includes a file beside it',
    config: '',
    files: {
      'index.html': page('a'),
      'theme/assets/p.html': page('{% include_relative r.txt %}'),
      'theme/assets/r.txt': 'r',
    },
  },
  {
    name: 'layouts of one name with two extensions, and in folders',
    config: '',
    files: {
      'a.html': page('a', 'layout: l\n'),
      'b.html': page('b', 'layout: deep/l\n'),
      'c.html': page('c', 'layout: m\n'),
      '_layouts/m.xml': 'site xml {{ content }}',
      'theme/_layouts/l.html': 'html {{ content }}',
      'theme/_layouts/l.xml': 'xml {{ content }}',
      'theme/_layouts/deep/l.html': 'deep {{ content }}',
      'theme/_layouts/m.html': 'theme html {{ content }}',
    },
  },
  {
    name: 'posts, collections and drafts with a theme',
    config: 'collections: {things: {output: true}}\ncollections_dir: all\n',
    files: {
      'all/_posts/2020-01-02-a.md': page('A', 'layout: l\n'),
      'all/_things/t.md': page('T', 'layout: l\n'),
      'index.html': list,
      'theme/_layouts/l.html': '{{ page.title }}{{ page.url }}{{ content }}',
      'theme/assets/x.txt': 'x',
      'theme/_things/u.md': page('not read'),
    },
  },
  {
    name: 'a theme that is named null, false or by a number',
    config: 'theme: 5\n',
    files: { 'index.html': page('[{{ site.theme }}][{{ theme.root }}]') },
  },
  {
    name: 'a theme that is nowhere',
    config: 'theme: nowhere-at-all\n',
    files: { 'index.html': page('a') },
  },
  {
    name: 'broken data in a theme',
    config: '',
    files: { 'index.html': page('a'), 'theme/_data/x.yml': 'a: [\n' },
  },
]

/** The gemspec of every case. */
export const SPEC = `Gem::Specification.new do |s|
  s.name = "demo".freeze
  s.version = "1.2"
  s.authors = ["Ann".freeze, "Ben".freeze]
  s.summary = "The summary".freeze
  s.metadata = { "plugin_type" => "theme", "a" => "b" } if s.respond_to? :metadata=
  s.add_runtime_dependency(%q<jekyll>.freeze, [">= 3.5", "< 5.0"])
end
`
