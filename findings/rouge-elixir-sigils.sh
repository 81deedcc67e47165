#!/bin/sh
# Rouge 3.30.0 (Debian 12's ruby-rouge 3.30.0-2) colours interpolation in Elixir's sigils the wrong way round: Elixir
# interpolates in `~s(…)` and not in `~S(…)`; Rouge marks `#{b}` as interpolation (class `si`) in `~S(…)` only.
# Seen 2026-11-30: "~s false, ~S true".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q=3 ruby-rouge=3.30.0-2 >/dev/null 2>&1
dpkg-deb -x ruby-rouge_3.30.0-2_all.deb .
cat >ask.rb <<'RUBY'
require 'rouge'
def interpolates(code)
  Rouge::Formatters::HTML.new.format(Rouge::Lexers::Elixir.new.lex(code)).include?('class="si"')
end
puts "~s #{interpolates('x = ~s(a#{b})')}, ~S #{interpolates('x = ~S(a#{b})')}"
RUBY
seen=$(ruby -I "$(dirname "$(find . -name rouge.rb)")" ask.rb)
echo "seen: $seen"
[ "$seen" = "~s false, ~S true" ]
