#!/bin/sh
# Jekyll 4.3.1 (Debian 12, Liquid 5.4.0): a plugin that opens `module Jekyll::Filters` again may put a method in the place of a
# filter, and that is used at once; a method with a new name there is no filter, and templates pass their input on without a word,
# as Liquid gathered the names when Jekyll was loaded. `Liquid::Template.register_filter(Jekyll::Filters)` behind it, which says that
# they shall be, changes nothing: Liquid knows the module.
# Seen 2026-12-01: "slug:A b|A b" without and with that line.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/debs" "$dir/root"
cd "$dir/debs"
apt-get download -q=3 jekyll=4.3.1+dfsg-3+deb12u1 ruby-liquid=5.4.0-3 >/dev/null 2>&1
# what they depend on is that of Debian 12, which does not change
apt-get download -q=3 $(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
  --no-replaces --no-enhances jekyll | grep -E '^ruby-[a-z0-9.-]+$' | grep -vxE 'ruby-(bundler|rubygems|liquid)') >/dev/null 2>&1
for deb in *.deb; do dpkg-deb -x "$deb" "$dir/root"; done
libraries=$(find "$dir/root/usr" -type d \( -path '*/gems/*/lib' -o -path '*/ruby/vendor_ruby' -o -path '*/vendor_ruby/3.1.0' \) | grep -v /bundler- | sed 's/^/-I/')
ask() {
  LC_ALL=C.UTF-8 JEKYLL_NO_BUNDLER_REQUIRE=true ruby -W0 $libraries -rjekyll -e '
    module Jekyll::Filters
      def slugify(input, mode = nil) = "slug:#{input}"
      def louder(input) = "loud:#{input}"
    end
    '"$1"'
    puts Liquid::Template.parse(%q[{{ "A b" | slugify }}|{{ "A b" | louder }}]).render'
}
seen="$(ask '') $(ask 'Liquid::Template.register_filter(Jekyll::Filters)')"
echo "seen: $seen"
[ "$seen" = 'slug:A b|A b slug:A b|A b' ]
