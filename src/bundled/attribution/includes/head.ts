/** For a page's `head`: licence, citation tags, Open Graph where nobody else prints it, JSON-LD. */
export const head = `{%- assign attribution_work = page.attribution -%}
{%- if attribution_work.license.url -%}
<link rel="license" href="{{ attribution_work.license.url | relative_url | escape }}">
{% endif -%}
{%- for tag in attribution_work.open_graph -%}
<meta property="{{ tag.property }}" content="{{ tag.content | escape }}">
{% endfor -%}
{%- for tag in attribution_work.meta -%}
{%- if tag.name -%}
<meta name="{{ tag.name }}" content="{{ tag.content | escape }}">
{% else -%}
<meta property="{{ tag.property }}" content="{{ tag.content | escape }}">
{% endif -%}
{%- endfor -%}
<script type="application/ld+json">{{ attribution_work.json_ld }}</script>
`
