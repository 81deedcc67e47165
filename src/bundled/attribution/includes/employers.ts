/** Employers of the site: as a list that filters posts, each on a page, and along time. */

/** `current`: the key of the one that is shown. */
export const employers = `{%- if site.attribution.employers.size > 0 -%}
<ul class="attribution-employers">
{% for attribution_employer in site.attribution.employers -%}
<li class="attribution-employer">
{%- if attribution_employer.page_url -%}<a class="attribution-employer-link" href="{{ attribution_employer.page_url | relative_url | escape }}"{% if include.current == attribution_employer.key %} aria-current="page"{% endif %}>{%- endif -%}
{%- include attribution/logo.html employer=attribution_employer decorative=true -%}
<span class="attribution-employer-name">{{ attribution_employer.name | attribution_name }}</span> <span class="attribution-count">{{ page.attribution.post_counts[attribution_employer.key] | default: 0 }}</span>
{%- if attribution_employer.page_url -%}</a>{%- endif -%}
</li>
{% endfor -%}
</ul>
{% endif -%}`

const SPAN = `{%- if attribution_span.from -%}<time datetime="{{ attribution_span.from | date: '%Y-%m' }}">{{ attribution_span.from | attribution_date: 'month' }}</time>{%- endif %} – {% if attribution_span.to -%}<time datetime="{{ attribution_span.to | date: '%Y-%m' }}">{{ attribution_span.to | attribution_date: 'month' }}</time>{%- else -%}{{ 'today' | attribution_say | escape }}{%- endif -%}`

/** `employer`, or that of the page. */
export const employer = `{%- assign attribution_employer = include.employer -%}
{%- unless attribution_employer -%}{%- assign attribution_employer = page.attribution.employer -%}{%- endunless -%}
<div class="attribution-about">
{% include attribution/logo.html employer=attribution_employer decorative=true %}
{% if attribution_employer.spans.size > 0 -%}
<ul class="attribution-spans">
{% for attribution_span in attribution_employer.spans -%}
<li>${SPAN}{% if attribution_span.role %}: {{ attribution_span.role | attribution_name }}{% endif %}</li>
{% endfor -%}
</ul>
{% endif -%}
{{ attribution_employer.text }}
<ul class="attribution-links">
{% if attribution_employer.url -%}<li><a href="{{ attribution_employer.url | relative_url | escape }}">{{ attribution_employer.name | attribution_name }}</a></li>
{% endif -%}
{%- if attribution_employer.blog -%}<li><a href="{{ attribution_employer.blog | relative_url | escape }}">{{ 'official_blog' | attribution_say | escape }}</a></li>
{% endif -%}
{%- for profile in attribution_employer.profiles -%}<li><a href="{{ profile.url | relative_url | escape }}">{{ profile.label | escape }}</a></li>
{% endfor -%}
</ul>
</div>
{% if attribution_employer.posts.size > 0 -%}
<ul class="attribution-posts">
{% for attribution_entry in attribution_employer.posts -%}
<li><time datetime="{{ attribution_entry.date | date: '%Y-%m-%d' }}">{{ attribution_entry.date | date: '%Y-%m-%d' }}</time> <a href="{{ attribution_entry.url | relative_url | escape }}">{{ attribution_entry.title | attribution_name }}</a></li>
{% endfor -%}
</ul>
{% endif -%}`

export const timeline = `{%- if site.attribution.timeline.size > 0 -%}
<ol class="attribution-timeline">
{% for attribution_span in site.attribution.timeline -%}
<li class="attribution-period{% if attribution_span.current %} attribution-period-current{% endif %}"><span class="attribution-period-time">${SPAN}</span> <span class="attribution-period-job">
{%- if attribution_span.role -%}{{ attribution_span.role | attribution_name }}, {% endif -%}
{%- if attribution_span.employer.page_url -%}<a href="{{ attribution_span.employer.page_url | relative_url | escape }}">{{ attribution_span.employer.name | attribution_name }}</a>
{%- else -%}{{ attribution_span.employer.name | attribution_name }}{%- endif -%}
</span></li>
{% endfor -%}
</ol>
{% endif -%}`
