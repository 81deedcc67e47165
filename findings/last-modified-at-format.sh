#!/bin/sh
# jekyll-last-modified-at 1.3.0 with Jekyll 4.3.1 (Debian 12's ruby-jekyll-last-modified-at 1.3.0-1): the format of the tag that is
# rendered first for a page is the format of all others on it. A layout that asks for month and day after a post asked for the year
# prints the year.
# Seen 2026-11-30: "2021|2021", where the formats are %Y and %m-%d.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/debs" "$dir/root" "$dir/site"
cd "$dir/debs"
apt-get download -q=3 jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-last-modified-at=1.3.0-1 >/dev/null 2>&1
# what they depend on is that of Debian 12, which does not change
apt-get download -q=3 $(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
  --no-replaces --no-enhances jekyll ruby-jekyll-last-modified-at | grep -E '^ruby-[a-z0-9.-]+$' | grep -vxE 'ruby-(bundler|rubygems)|ruby-jekyll-last-modified-at') >/dev/null 2>&1
for deb in *.deb; do dpkg-deb -x "$deb" "$dir/root"; done
libraries=$(find "$dir/root/usr" -type d \( -path '*/gems/*/lib' -o -path '*/ruby/vendor_ruby' -o -path '*/vendor_ruby/3.1.0' \) | grep -v /bundler- | sed 's/^/-I/')
cd "$dir/site"
build() {
  LC_ALL=C.UTF-8 TZ=UTC JEKYLL_NO_BUNDLER_REQUIRE=true ruby -W0 $libraries -rjekyll -e \
    'Jekyll.logger.log_level = :error; Jekyll::Commands::Build.process("disable_disk_cache" => true)' >/dev/null 2>&1
}
mkdir _layouts
printf 'plugins: [jekyll-last-modified-at]\n' >_config.yml
printf -- '---\nlayout: page\n---\n{%% last_modified_at %%Y %%}' >index.html
printf -- '---\n---\n{{ content }}|{%% last_modified_at %%m-%%d %%}' >_layouts/page.html
git init -q .
git add -A
GIT_AUTHOR_DATE=2021-03-04T00:00:00Z GIT_COMMITTER_DATE=2021-03-04T00:00:00Z git -c user.name=a -c user.email=a@example.org commit -qm a
build
seen=$(cat _site/index.html)
echo "seen: $seen"
[ "$seen" = '2021|2021' ]
