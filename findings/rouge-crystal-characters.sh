#!/bin/sh
# Rouge 3.30.0 (Debian 12's ruby-rouge 3.30.0-2) loses characters of code in Crystal: of a character literal with a backslash the
# backslash is not in what it prints, so that a reader of the page copies other code than its author wrote.
# Seen 2026-11-30: "in: c = '\0', out: c = '0'".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q=3 ruby-rouge=3.30.0-2 >/dev/null 2>&1
dpkg-deb -x ./*.deb root
seen=$(ruby -W0 -I "$(find root -type d -path '*/gems/*/lib' | head -1)" -rrouge -e '
  code = %q(c = ) + 39.chr + 92.chr + "0" + 39.chr
  print "in: #{code}, out: "
  Rouge::Lexer.find("crystal").new.lex(code) { |_, text| print text }')
printf "seen: %s\n" "$seen"
[ "$seen" = "in: c = '\\0', out: c = '0'" ]
