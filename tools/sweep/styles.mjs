/** Sheets of Sass: what simple ones are made of, in both notations, with the settings. */

const SHEETS = [
  '$c: #333;\na { color: $c; b { c: d } }',
  '@import "part";\na { @extend .p; }',
  '// c\n/* d */\na{b:c}',
  'a { width: 10px * 2; &:hover { x: y } }',
  '{{ site.title | size }}',
  '@mixin m($a: 1px) { border: $a solid; }\nb { @include m; @include m(2px); }',
  '@media (min-width: 10px) { a { b: c } }\na { @media print { d: e } }',
  '$l: 1px 2px, 3px;\n@each $i in a, b { .#{$i} { x: nth($l, 1); } }',
  '@function f($x) { @return $x * 2; }\na { w: f(3px); c: lighten(#123456, 10%); m: mix(red, blue); }',
  '@if 1 == 1 { a { b: c } } @else { d { e: f } }',
  '@for $i from 1 through 3 { .c-#{$i} { width: 10px * $i; } }',
  'a { b: c; }\n\n\n/* é */\n.d { content: "é"; }',
  '%base { x: y }\n.q { @extend %base; }\n.r { @extend .q; z: 1 }',
  '@charset "utf-8";\na::after { content: "\\201C"; }',
  ':root { --x: #{1 + 1}; --y:  a b; }\na { color: var(--x); }',
  '@font-face { font-family: "F"; src: url(f.woff); }\n@supports (a: b) { c { d: e } }',
  'a { b: $nosuch; }',
  'a { b: c',
  '@import "nosuch";',
  '@import url(http://x.y/z.css);\na { b: c !important; filter: alpha(opacity=50); }',
  '',
  'a,\nb > c + d ~ e { &, &.f { g: h } i & { j: k } }',
  'a { margin: -$x; $x: 2px; padding: (1px + 2px) / 2; w: calc(100% - #{3px}); }',
]
const INDENTED = [
  'a\n  b: c\n  &:hover\n    d: e\n',
  '=m\n  x: y\n.z\n  +m\n',
  '$c: red\n.a\n  color: $c\n',
  '@import part\n',
]
const SETTINGS = {
  style: ['compressed', 'expanded', 'nested', 'compact', ':compressed'],
  sourcemap: ['never', 'always', 'development'],
  sass_dir: ['_sass', '_styles', '_sass/'],
  load_paths: ['[_sass]', '[_styles]', 'css'],
  quiet_deps: ['true'],
  verbose: ['true'],
}

/** @param {import('./random.mjs').Random} random */
export function sass(random, site, someKeys) {
  const front = random.pick(['---\n---\n', '---\n---\n', '---\n---\n', '---\nx: 1\nlayout: none\n---\n', ''])
  if (random.often(80)) site.files['css/main.scss'] = `${front}${random.pick(SHEETS)}\n`
  if (random.often(25)) site.files['css/other.sass'] = `---\n---\n${random.pick(INDENTED)}`
  site.files[`${random.pick(['_sass', '_sass', '_styles'])}/_part.scss`] = random.pick([
    '.p { q: r; }\n',
    '.p { q: r; }\n/* é */\n',
    '.p { .q & { r: s } }\n',
  ])
  if (random.often(40)) {
    const lines = someKeys(random, SETTINGS, 2, { indent: '  ', wrong: 4 })
    if (lines.length > 0) site.config.push('sass:', ...lines)
  }
}
