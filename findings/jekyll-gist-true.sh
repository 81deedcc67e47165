#!/bin/sh
# jekyll-gist 1.5.0 with Jekyll 4.3.1 (Debian 12's ruby-jekyll-gist 1.5.0-2): on a machine without network the tag warns that it
# could make no <noscript>, builds on, and writes what the logger answered into the page before the script: "true", or with --quiet "false".
# Seen 2026-11-30: true<script src="https://gist.github.com/a/1.js"> </script> and false<script …
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/debs" "$dir/root" "$dir/site"
cd "$dir/debs"
apt-get download -q=3 jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-gist=1.5.0-2 >/dev/null 2>&1
# what they depend on is that of Debian 12, which does not change
apt-get download -q=3 $(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
  --no-replaces --no-enhances jekyll ruby-jekyll-gist | grep -E '^ruby-[a-z0-9.-]+$' | grep -vxE 'ruby-(bundler|rubygems|jekyll-gist)') >/dev/null 2>&1
for deb in *.deb; do dpkg-deb -x "$deb" "$dir/root"; done
libraries=$(find "$dir/root/usr" -type d \( -path '*/gems/*/lib' -o -path '*/ruby/vendor_ruby' -o -path '*/vendor_ruby/3.1.0' \) | grep -v /bundler- | sed 's/^/-I/')
cd "$dir/site"
printf 'plugins: [jekyll-gist]\n' >_config.yml
printf -- '---\n---\n{%% gist a/1 %%}' >index.html
# a machine without network: no name is found
build() {
  LC_ALL=C.UTF-8 TZ=UTC JEKYLL_NO_BUNDLER_REQUIRE=true ruby -W0 $libraries -rsocket -rjekyll -e '
    def TCPSocket.open(*) = raise(SocketError, "no network")
    Jekyll::Commands::Build.process("disable_disk_cache" => true, "quiet" => ARGV.include?("--quiet"))' -- "$@" >/dev/null 2>&1
  cat _site/index.html
}
seen="$(build) $(build --quiet)"
echo "seen: $seen"
script='<script src="https://gist.github.com/a/1.js"> </script>'
[ "$seen" = "true$script false$script" ]
