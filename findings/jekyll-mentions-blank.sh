#!/bin/sh
# jekyll-mentions 1.6.0 with Jekyll 4.3.1 (Debian 12's ruby-jekyll-mentions 1.6.0-1) changes what conditions mean in every
# template of a site that lists it, though no page mentions anybody: it loads ActiveSupport, which gives all objects `blank?`,
# and Liquid's `blank` asks for that. nil, false, text of blanks and no text then equal `blank`, where nothing did before.
# Seen 2026-11-30: "none" without the plugin, "nil false blanks empty" with it.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/debs" "$dir/root" "$dir/site"
cd "$dir/debs"
apt-get download -q=3 jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-mentions=1.6.0-1 >/dev/null 2>&1
# what they depend on is that of Debian 12, which does not change
apt-get download -q=3 $(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
  --no-replaces --no-enhances jekyll ruby-jekyll-mentions | grep -E '^ruby-[a-z0-9.-]+$' | grep -vxE 'ruby-(bundler|rubygems)' | grep -vxF "$(echo jekyll ruby-jekyll-mentions | tr ' ' '\n')") >/dev/null 2>&1
for deb in *.deb; do dpkg-deb -x "$deb" "$dir/root"; done
cd "$dir/site"
libraries=$(find "$dir/root/usr" -type d \( -path '*/gems/*/lib' -o -path '*/ruby/vendor_ruby' -o -path '*/vendor_ruby/3.1.0' \) | grep -v /bundler- | sed 's/^/-I/')
build() {
  LC_ALL=C.UTF-8 TZ=UTC JEKYLL_NO_BUNDLER_REQUIRE=true ruby -W0 $libraries -rjekyll -e \
    'Jekyll.logger.log_level = :error; Jekyll::Commands::Build.process("disable_disk_cache" => true)'
}
cat >index.html <<'END'
---
nothing:
no: false
blanks: "  "
empty: ""
---
{% if page.nothing == blank %}nil {% endif %}{% if page.no == blank %}false {% endif %}{% if page.blanks == blank %}blanks {% endif %}{% if page.empty == blank %}empty{% endif %}
END
build
without=$(tr -d " \n" <_site/index.html)
echo 'plugins: [jekyll-mentions]' >_config.yml
build
seen="${without:-none}, $(cat _site/index.html)"
echo "seen: $seen"
[ "$seen" = "none, nil false blanks empty" ]
