/** Others' work: under a picture, at the end of a page, all of it on one page. */

/**
 * `src`, `dark`, `alt`, `caption` (Markdown), `width`, `height`, `class`, `id`. Without blank lines, so that it can stand in Markdown.
 */
export const figure = `{%- assign attribution_credit = page.attribution.credit_for[include.src] -%}
<figure{% if include.id %} id="{{ include.id | escape }}"{% endif %} class="attribution-figure{% if include.class %} {{ include.class | escape }}{% endif %}"><img src="{{ include.src | relative_url | escape }}" alt="{{ include.alt | escape }}"
{%- if include.dark %} dark="{{ include.dark | relative_url | escape }}"{% endif -%}
{%- if include.width %} width="{{ include.width | escape }}"{% endif -%}
{%- if include.height %} height="{{ include.height | escape }}"{% endif %} loading="lazy" decoding="async">
{%- if include.caption or attribution_credit -%}
<figcaption class="attribution-caption">
{%- if include.caption -%}<span class="attribution-caption-text">{{ include.caption | markdownify | remove: '<p>' | remove: '</p>' | strip | newline_to_br | strip_newlines }}</span>{%- endif -%}
{%- if attribution_credit %} <small class="attribution-credit">{{ attribution_credit.html }}</small>{%- endif -%}
</figcaption>
{%- endif -%}
</figure>`

/** `all=true`: of the whole site; otherwise of the page, or of `post`. */
export const credits = `{%- if include.all -%}
{%- assign attribution_credits = site.attribution.credits -%}
{%- elsif include.post -%}
{%- assign attribution_credits = include.post.attribution.credits -%}
{%- else -%}
{%- assign attribution_credits = page.attribution.credits -%}
{%- endif -%}
{%- if attribution_credits.size > 0 -%}
<ul class="attribution-credits">
{% for attribution_credit in attribution_credits -%}
<li class="attribution-credit attribution-credit-{{ attribution_credit.kind }}">{{ attribution_credit.html }}
{%- if include.all and attribution_credit.asset %} <code class="attribution-asset">{{ attribution_credit.asset | escape }}</code>{% endif -%}
</li>
{% endfor -%}
</ul>
{% endif -%}`
