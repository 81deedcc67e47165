#!/bin/sh
# jekyll-paginate-v2 3.0.0 with Jekyll 4.3.1 (Debian 12's ruby-jekyll-paginate-v2 3.0.0-2): two paginated templates in two
# folders print the same text, each with its own addresses. Jekyll keeps parsed templates by the path of a page, and the plugin
# gives all of its pages the same one.
# Seen 2026-11-30: "TWO /index.html TWO /b/index.html".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/debs" "$dir/root" "$dir/site"
cd "$dir/debs"
apt-get download -q=3 jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-paginate-v2=3.0.0-2 >/dev/null 2>&1
# what they depend on is that of Debian 12, which does not change
apt-get download -q=3 $(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
  --no-replaces --no-enhances jekyll ruby-jekyll-paginate-v2 | grep -E '^ruby-[a-z0-9.-]+$' | grep -vxE 'ruby-(bundler|rubygems)' | grep -vxF "$(echo jekyll ruby-jekyll-paginate-v2 | tr ' ' '\n')") >/dev/null 2>&1
for deb in *.deb; do dpkg-deb -x "$deb" "$dir/root"; done
cd "$dir/site"
libraries=$(find "$dir/root/usr" -type d \( -path '*/gems/*/lib' -o -path '*/ruby/vendor_ruby' -o -path '*/vendor_ruby/3.1.0' \) | grep -v /bundler- | sed 's/^/-I/')
build() {
  LC_ALL=C.UTF-8 TZ=UTC JEKYLL_NO_BUNDLER_REQUIRE=true ruby -W0 $libraries -rjekyll -e \
    'Jekyll.logger.log_level = :error; Jekyll::Commands::Build.process("disable_disk_cache" => true)'
}
mkdir b _posts
printf 'plugins: [jekyll-paginate-v2]\npagination: {enabled: true}\n' >_config.yml
printf -- '---\npagination: {enabled: true}\n---\nONE {{ page.url }}' >index.html
printf -- '---\npagination: {enabled: true}\n---\nTWO {{ page.url }}' >b/index.html
printf -- '---\n---\np' >_posts/2020-01-01-p.html
build >/dev/null
seen="$(cat _site/index.html) $(cat _site/b/index.html)"
echo "seen: $seen"
[ "$seen" = "TWO /index.html TWO /b/index.html" ]
