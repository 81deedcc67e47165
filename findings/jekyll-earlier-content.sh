#!/bin/sh
# Jekyll 4.3.1 (Debian 12's jekyll 4.3.1+dfsg-3+deb12u1): `{{ content }}` in a document's own body, which has no content yet,
# prints what was laid out before: the first post's text shows up in the second. Nothing is there where no layout was used
# before.
# Seen 2026-11-30: "[<p>first</p>]" in the second post with a layout around the first, "[]" without.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/debs" "$dir/root" "$dir/site"
cd "$dir/debs"
apt-get download -q=3 jekyll=4.3.1+dfsg-3+deb12u1 >/dev/null 2>&1
# what they depend on is that of Debian 12, which does not change
apt-get download -q=3 $(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
  --no-replaces --no-enhances jekyll | grep -E '^ruby-[a-z0-9.-]+$' | grep -vxE 'ruby-(bundler|rubygems)' | grep -vxF "$(echo jekyll | tr ' ' '\n')") >/dev/null 2>&1
for deb in *.deb; do dpkg-deb -x "$deb" "$dir/root"; done
cd "$dir/site"
libraries=$(find "$dir/root/usr" -type d \( -path '*/gems/*/lib' -o -path '*/ruby/vendor_ruby' -o -path '*/vendor_ruby/3.1.0' \) | grep -v /bundler- | sed 's/^/-I/')
build() {
  LC_ALL=C.UTF-8 TZ=UTC JEKYLL_NO_BUNDLER_REQUIRE=true ruby -W0 $libraries -rjekyll -e \
    'Jekyll.logger.log_level = :error; Jekyll::Commands::Build.process("disable_disk_cache" => true)'
}
mkdir _posts _layouts
printf -- '<b>{{ content }}</b>' >_layouts/l.html
printf -- '---\n---\n[{{ content | strip }}]' >_posts/2020-01-02-second.html
printf -- '---\nlayout: l\n---\n<p>first</p>' >_posts/2020-01-01-first.html
build
with=$(cat _site/2020/01/02/second.html)
printf -- '---\n---\n<p>first</p>' >_posts/2020-01-01-first.html
build
seen="$with $(cat _site/2020/01/02/second.html)"
echo "seen: $seen"
[ "$seen" = "[<p>first</p>] []" ]
