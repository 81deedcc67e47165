#!/bin/sh
# Jekyll 4.3.1 (Debian 12) changes what Liquid 5.4.0 makes of `{% case empty %}`, though it documents no such thing: Liquid alone
# takes the word for a text of no characters, which matches both `when ""` and `when empty`; once Jekyll is loaded neither
# matches and `else` is printed.
# Seen 2026-11-30: "text word" from Liquid alone, "none" with Jekyll.
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
  LC_ALL=C.UTF-8 JEKYLL_NO_BUNDLER_REQUIRE=true ruby -W0 $libraries -r"$1" -e 'puts Liquid::Template.parse(
    %q[{% case empty %}{% when "" %}text {% when empty %}word{% else %}none{% endcase %}]).render'
}
seen="$(ask liquid)|$(ask jekyll)"
echo "seen: $seen"
[ "$seen" = 'text word|none' ]
