#!/bin/sh
# Jekyll 4.3.1 (Debian 12) takes a date among front matter defaults where it is text and stops where it is YAML's own date, the form
# that its documentation uses in front matter: `date: "2020-05-06"` dates the document, `date: 2020-05-06` ends the build.
# Seen 2026-11-30: "2020-05-06" for the text, and for the date "no implicit conversion of Date into String".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir -p "$dir/debs" "$dir/root" "$dir/site/_notes"
cd "$dir/debs"
apt-get download -q=3 jekyll=4.3.1+dfsg-3+deb12u1 >/dev/null 2>&1
# what it depends on is that of Debian 12, which does not change
apt-get download -q=3 $(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
  --no-replaces --no-enhances jekyll | grep -E '^ruby-[a-z0-9.-]+$' | grep -vxE 'ruby-(bundler|rubygems)') >/dev/null 2>&1
for deb in *.deb; do dpkg-deb -x "$deb" "$dir/root"; done
libraries=$(find "$dir/root/usr" -type d \( -path '*/gems/*/lib' -o -path '*/ruby/vendor_ruby' -o -path '*/vendor_ruby/3.1.0' \) | grep -v /bundler- | sed 's/^/-I/')
cd "$dir/site"
printf -- '---\n---\n{{ page.date | date: "%%Y-%%m-%%d" }}' > _notes/a.html
build() {
  printf 'collections: {notes: {output: true}}\ndefaults: [{scope: {path: ""}, values: {date: %s}}]\n' "$1" > _config.yml
  rm -rf _site
  LC_ALL=C.UTF-8 TZ=UTC JEKYLL_NO_BUNDLER_REQUIRE=true ruby -W0 $libraries -rjekyll -e '
    begin
      Jekyll::Site.new(Jekyll.configuration("quiet" => true, "disable_disk_cache" => true)).process
      print File.read("_site/notes/a.html")
    rescue StandardError => error
      print error.message
    end' 2>/dev/null
}
seen="$(build '"2020-05-06"')|$(build 2020-05-06)"
echo "seen: $seen"
[ "$seen" = '2020-05-06|no implicit conversion of Date into String' ]
