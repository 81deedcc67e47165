#!/bin/sh
# kramdown 2.4.0 (Debian 12's ruby-kramdown 2.4.0-2): with `html_to_native` an HTML table without cells stops the
# conversion with NoMethodError; without the option it is copied. An empty table is what scripts that fill tables leave
# in a page. kramdown 2.5 converts it.
# Seen 2026-11-29: "<table></table>" without the option, "NoMethodError" with it.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q=3 ruby-kramdown=2.4.0-2 >/dev/null 2>&1
dpkg-deb -x ruby-kramdown_2.4.0-2_all.deb .
cat >ask.rb <<'RUBY'
require 'kramdown'
def ask(native)
  Kramdown::Document.new("<table></table>\n", html_to_native: native).to_html.strip
rescue StandardError => e
  e.class.name
end
puts "#{ask(false)} #{ask(true)}"
RUBY
seen=$(ruby -I usr/lib/ruby/vendor_ruby -I "$(ls -d usr/share/rubygems-integration/all/gems/kramdown-*/lib 2>/dev/null || echo .)" ask.rb)
echo "seen: $seen"
[ "$seen" = "<table></table> NoMethodError" ]
