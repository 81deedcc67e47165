/** What readers may do with a text, and the line that names its author. */

export const disclaimer = `{%- assign attribution_post = include.post -%}
{%- unless attribution_post -%}{%- assign attribution_post = page -%}{%- endunless -%}
{%- if attribution_post.attribution.disclaimer -%}
<div class="attribution-disclaimer" role="note">
{{ attribution_post.attribution.disclaimer }}
</div>
{% endif -%}`

const line = (id: string, label: string, value: string): string =>
  `<div class="attribution-line">
<label for="attribution:${id}">{{ '${label}' | attribution_say | escape }}</label>
<textarea id="attribution:${id}" class="attribution-line-text" rows="3" readonly spellcheck="false">{{ attribution_cite.${value} | escape }}</textarea>
<button type="button" class="attribution-copy" data-copy="attribution:${id}" hidden>{{ 'copy' | attribution_say | escape }}</button>
</div>
`

/** `data-copy` names the element whose text a script may copy; without a script its buttons stay hidden. */
export const reuse = `{%- assign attribution_post = include.post -%}
{%- unless attribution_post -%}{%- assign attribution_post = page -%}{%- endunless -%}
{%- assign attribution_license = attribution_post.attribution.license -%}
{%- assign attribution_cite = attribution_post.attribution.cite -%}
{%- assign attribution_title = 'reuse' | attribution_say -%}
<details class="attribution-reuse">
<summary><span class="attribution-reuse-title">{{ include.title | default: attribution_title | escape }}</span>
{%- if attribution_license %} <span class="attribution-reuse-terms">{{ attribution_license.short | escape }}</span>{% endif -%}
</summary>
{% if attribution_license -%}
<p class="attribution-license">
{%- if attribution_license.url -%}
<a rel="license" href="{{ attribution_license.url | relative_url | escape }}">{{ attribution_license.short | escape }}</a>
{%- else -%}
<span>{{ attribution_license.short | escape }}</span>
{%- endif -%}
: <span class="attribution-license-summary">{{ attribution_license.summary | escape }}</span></p>
{% if attribution_license.text -%}
<div class="attribution-license-text">
{{ attribution_license.text }}
</div>
{% endif -%}
{%- if attribution_license.excludes.size > 0 -%}
<p class="attribution-excludes">{%- assign attribution_excludes = attribution_license.excludes | join: '; ' -%}{{ 'not_covered' | attribution_say: attribution_excludes | escape }}</p>
{% endif -%}
{%- endif -%}
${line('credit-text', 'credit_text', 'text')}${line('credit-html', 'credit_html', 'html')}${line('credit-markdown', 'credit_markdown', 'markdown')}{%- if attribution_cite.bibtex_url or attribution_cite.csl_url or attribution_cite.cff_url -%}
<p class="attribution-downloads">{{ 'cite_as' | attribution_say | escape }}
{%- if attribution_cite.bibtex_url %} <a href="{{ attribution_cite.bibtex_url | relative_url | escape }}" download>BibTeX</a>{% endif -%}
{%- if attribution_cite.csl_url %} <a href="{{ attribution_cite.csl_url | relative_url | escape }}" download>CSL-JSON</a>{% endif -%}
{%- if attribution_cite.cff_url %} <a href="{{ attribution_cite.cff_url | relative_url | escape }}" download="CITATION.cff">CITATION.cff</a>{% endif -%}
</p>
{% endif -%}
</details>
`
