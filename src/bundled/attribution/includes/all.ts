/**
 * Liquid includes that any theme can use, `{% include attribution/badge.html post=post %}`. A file of the same name in
 * the site or its theme wins. No inline style or script; class names begin with `attribution-`.
 */
import { badge, footer, logo } from './badge.ts'
import { credits, figure } from './credits.ts'
import { employer, employers, timeline } from './employers.ts'
import { head } from './head.ts'
import { disclaimer, reuse } from './reuse.ts'

export const INCLUDES: Readonly<Record<string, string>> = {
  'attribution/badge.html': badge,
  'attribution/credits.html': credits,
  'attribution/disclaimer.html': disclaimer,
  'attribution/employer.html': employer,
  'attribution/employers.html': employers,
  'attribution/figure.html': figure,
  'attribution/footer.html': footer,
  'attribution/head.html': head,
  'attribution/logo.html': logo,
  'attribution/reuse.html': reuse,
  'attribution/timeline.html': timeline,
}

/** For sites that have no layout at all to put a generated page into. */
export const LAYOUTS: Readonly<Record<string, string>> = {
  attribution: `<!DOCTYPE html>
<html lang="{{ '' | attribution_language }}" dir="{{ '' | attribution_direction }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ page.title | escape }}{% if site.title %} - {{ site.title | escape }}{% endif %}</title>
{% include attribution/head.html %}</head>
<body>
<main>
<h1>{{ page.title | attribution_name }}</h1>
{{ content }}
</main>
</body>
</html>
`,
}
