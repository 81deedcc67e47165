#!/bin/sh
# libsass 3.6.5 (Debian 12's libsass1 3.6.5+20220909-1, through sassc 3.6.1): `@extend` loses the element of a compound selector
# where another simple selector stands between the element and the class that is extended. Of `input[x].sm` becomes `[x].c`,
# which matches other elements, too; of `input.sm[x]`, the same selector in another order, `input[x].c`.
# Seen 2026-11-30: "input[x].sm,[x].c{a:b}input.sm[x],input[x].c{a:c}".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q=3 sassc=3.6.1+20201027-2+b1 libsass1=3.6.5+20220909-1 >/dev/null 2>&1
for package in *.deb; do dpkg-deb -x "$package" .; done
cat >a.scss <<'SCSS'
input[x].sm { a: b }
input.sm[x] { a: c }
.c { @extend .sm; }
SCSS
library=$(dirname "$(find . -name 'libsass.so*' | head -n 1)")
seen=$(LD_LIBRARY_PATH=$library ./usr/bin/sassc -t compressed a.scss)
echo "seen: $seen"
[ "$seen" = 'input[x].sm,[x].c{a:b}input.sm[x],input[x].c{a:c}' ]
