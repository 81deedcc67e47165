/** Who employed the author: logo and name, on a post, in a list (`post=post`), in a footer. */

/** `employer`: one of those of the drop; its picture alone, for light and dark pages. */
export const logo = `{%- if include.employer.logo -%}
{%- assign attribution_logo = include.employer.logo -%}
<picture class="attribution-logo">
{%- if attribution_logo.dark -%}<source media="(prefers-color-scheme: dark)" srcset="{{ attribution_logo.dark | relative_url | escape }}">{%- endif -%}
<img src="{{ attribution_logo.light | relative_url | escape }}" alt="{% unless include.decorative %}{{ attribution_logo.alt | escape }}{% endunless %}"
{%- if attribution_logo.width %} width="{{ attribution_logo.width }}"{% endif -%}
{%- if attribution_logo.height %} height="{{ attribution_logo.height }}"{% endif %} loading="lazy" decoding="async"></picture>
{%- endif -%}`

export const badge = `{%- assign attribution_post = include.post -%}
{%- unless attribution_post -%}{%- assign attribution_post = page -%}{%- endunless -%}
{%- for attribution_employer in attribution_post.attribution.employers -%}
{%- assign attribution_link = attribution_employer.page_url -%}
{%- if attribution_link -%}
{%- assign attribution_link = attribution_link | relative_url -%}
{%- else -%}
{%- assign attribution_link = attribution_employer.url -%}
{%- endif -%}
<span class="attribution-badge">
{%- if attribution_link -%}<a class="attribution-badge-link" href="{{ attribution_link | escape }}">{%- endif -%}
{%- include attribution/logo.html employer=attribution_employer decorative=true -%}
<span class="attribution-badge-name">{{ attribution_employer.name | attribution_name }}</span>
{%- if attribution_link -%}</a>{%- endif -%}
</span>
{%- endfor -%}`

/** `text`: words before the names, in the place of ours. */
export const footer = `{%- assign attribution_post = include.post -%}
{%- unless attribution_post -%}{%- assign attribution_post = page -%}{%- endunless -%}
{%- assign attribution_at = attribution_post.attribution.employers -%}
{%- if attribution_at.size > 0 -%}
{%- capture attribution_names -%}
{%- for attribution_employer in attribution_at -%}
{%- unless forloop.first %}<!>{% endunless -%}
{%- if attribution_employer.url -%}<a class="attribution-footer-employer" href="{{ attribution_employer.url | escape }}">{{ attribution_employer.name | attribution_name }}</a>
{%- else -%}<span class="attribution-footer-employer">{{ attribution_employer.name | attribution_name }}</span>{%- endif -%}
{%- endfor -%}
{%- endcapture -%}
{%- assign attribution_names = attribution_names | split: '<!>' | attribution_list -%}
<p class="attribution-footer">{% if include.text %}{{ include.text | escape }} {{ attribution_names }}.{% else %}{{ 'work_at' | attribution_say: attribution_names }}{% endif %}</p>
{% endif -%}`
