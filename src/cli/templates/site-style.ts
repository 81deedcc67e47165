/** The stylesheet of a new site: no fonts and nothing else from elsewhere, light and dark by the reader's setting. */
export const SITE_STYLE = `:root {
  color-scheme: light dark;
  --ground: light-dark(#fdfdfb, #16181c);
  --text: light-dark(#1d1f22, #e3e4e6);
  --faint: light-dark(#62666d, #9aa0a8);
  --line: light-dark(#e2e2dc, #2d3138);
  --link: light-dark(#0b57a4, #8ab8f5);
  --code: light-dark(#f3f3ee, #1f2329);
}

* {
  box-sizing: border-box;
}

body {
  margin: 0;
  color: var(--text);
  background: var(--ground);
  font: 1.0625rem/1.65 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}

.site-header,
main,
.site-footer {
  max-width: 44rem;
  margin: 0 auto;
  padding: 1rem 1.25rem;
}

.site-header {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1.5rem;
  align-items: baseline;
  justify-content: space-between;
  border-bottom: 1px solid var(--line);
}

.site-title {
  color: inherit;
  font-weight: 700;
  text-decoration: none;
}

.site-header nav a {
  margin-left: 1rem;
}

main {
  padding-block: 2rem 3rem;
}

.site-footer {
  border-top: 1px solid var(--line);
  color: var(--faint);
  font-size: 0.9rem;
}

a {
  color: var(--link);
  text-underline-offset: 0.15em;
}

h1,
h2,
h3 {
  margin: 2rem 0 0.75rem;
  line-height: 1.25;
}

h1 {
  margin-top: 0;
}

.post-list {
  padding: 0;
  list-style: none;
}

.post-list li {
  margin-bottom: 1.75rem;
}

.post-list h2 {
  margin: 0;
  font-size: 1.3rem;
}

.post-list p {
  margin: 0.25rem 0 0;
}

time {
  color: var(--faint);
  font-size: 0.9rem;
}

img {
  max-width: 100%;
  height: auto;
}

blockquote {
  margin: 1.5rem 0;
  padding-left: 1rem;
  border-left: 3px solid var(--line);
  color: var(--faint);
}

table {
  border-collapse: collapse;
}

th,
td {
  padding: 0.3rem 0.8rem;
  border: 1px solid var(--line);
}

code,
pre {
  background: var(--code);
  border-radius: 4px;
  font: 0.92em/1.5 ui-monospace, "Cascadia Code", Menlo, Consolas, monospace;
}

code {
  padding: 0.1em 0.3em;
}

pre {
  padding: 0.9rem 1rem;
  overflow-x: auto;
}

pre code {
  padding: 0;
  font-size: 1em;
}

.highlight :is(.c, .c1, .cm, .cd) {
  color: var(--faint);
  font-style: italic;
}

.highlight :is(.k, .kd, .kn, .kr, .kc, .o, .nt) {
  color: light-dark(#8250a8, #c9a4ee);
}

.highlight :is(.s, .s1, .s2, .sb, .se, .sh) {
  color: light-dark(#2e7040, #93cf9f);
}

.highlight :is(.m, .mi, .mf, .mh, .no) {
  color: light-dark(#a4540b, #f0b072);
}

.highlight :is(.nf, .nc, .na, .nb) {
  color: light-dark(#0b57a4, #8ab8f5);
}
`
