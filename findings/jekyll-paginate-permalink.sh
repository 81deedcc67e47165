#!/bin/sh
# jekyll-paginate 1.1.0 with Jekyll 4.3.1 (Debian 12's ruby-jekyll-paginate 1.1.0-3): an index.html with a permalink of its own is
# paginated, but only its first page has text. The plugin reads the template again for each further page where the page's address
# leads instead of where the file lies, finds nothing, and leaves a page that is empty; the build says "Error reading file"
# and ends well.
# Seen 2026-11-30: "[c]||".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/debs" "$dir/root" "$dir/site"
cd "$dir/debs"
apt-get download -q=3 jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-paginate=1.1.0-3 >/dev/null 2>&1
# what they depend on is that of Debian 12, which does not change
apt-get download -q=3 $(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
  --no-replaces --no-enhances jekyll ruby-jekyll-paginate | grep -E '^ruby-[a-z0-9.-]+$' | grep -vxE 'ruby-(bundler|rubygems)|ruby-jekyll-paginate') >/dev/null 2>&1
for deb in *.deb; do dpkg-deb -x "$deb" "$dir/root"; done
libraries=$(find "$dir/root/usr" -type d \( -path '*/gems/*/lib' -o -path '*/ruby/vendor_ruby' -o -path '*/vendor_ruby/3.1.0' \) | grep -v /bundler- | sed 's/^/-I/')
cd "$dir/site"
build() {
  LC_ALL=C.UTF-8 TZ=UTC JEKYLL_NO_BUNDLER_REQUIRE=true ruby -W0 $libraries -rjekyll -e \
    'Jekyll.logger.log_level = :error; Jekyll::Commands::Build.process("disable_disk_cache" => true)' >/dev/null 2>&1
}
mkdir _posts
printf 'plugins: [jekyll-paginate]\npaginate: 1\n' >_config.yml
printf -- '---\npermalink: /start/\n---\n{%% for post in paginator.posts %%}[{{ post.title }}]{%% endfor %%}' >index.html
for title in a b c; do printf -- '---\ntitle: %s\n---\n' $title >_posts/2020-01-01-$title.md; done
build
seen="$(cat _site/start/index.html)|$(cat _site/page2/index.html)|$(cat _site/page3/index.html)"
echo "seen: $seen"
[ "$seen" = '[c]||' ]
