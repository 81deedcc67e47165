#!/bin/sh
# Liquid 5.4.0 (Debian 12's ruby-liquid 5.4.0-3): `{%- endraw %}`, whose dash takes white space away before every other
# end tag, does not end `raw`: the template is refused as one whose `raw` was never closed. `{% endraw -%}` ends it, but its
# dash takes nothing away.
# Seen 2026-11-30: "SyntaxError" for the first, "[x ] [y]" for the second.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q=3 ruby-liquid=5.4.0-3 >/dev/null 2>&1
dpkg-deb -x ruby-liquid_5.4.0-3_all.deb .
cat >ask.rb <<'RUBY'
require 'liquid'
def ask(text)
  Liquid::Template.parse(text).render
rescue Liquid::SyntaxError
  'SyntaxError'
end
puts ask('[{% raw %}x {%- endraw %}]')
puts ask('[{% raw %}x {% endraw -%}] [y]')
RUBY
seen=$(ruby -I "$(dirname "$(find . -name liquid.rb)")" ask.rb | tr '\n' '|')
echo "seen: $seen"
[ "$seen" = "SyntaxError|[x ] [y]|" ]
