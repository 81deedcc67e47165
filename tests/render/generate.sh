#!/bin/sh
# Writes the reference's answers into the fixtures of this folder: `sh tests/render/generate.sh [FILE...]`. Needs
# Debian's Jekyll 4.3.1. Answers are only ever written by this script.
#
#   cases/*.txt   `-- template --` (and `-- data --`, YAML front matter) is rendered as the page case.html of site/
#   sites/*.txt   sections named by a path are the files of a site; each file built becomes `-- output PATH --`
#
# What Jekyll logs (warnings and errors) becomes `-- log --`; an error that ends the build becomes `-- error --`.
here=$(cd "$(dirname "$0")" && pwd)
out=$(mktemp -d)
LC_ALL=C.UTF-8 TZ=UTC JEKYLL_NO_BUNDLER_REQUIRE=true RENDER_FIXTURES="$*" \
  jekyll build --quiet --disable-disk-cache --plugins "$here/generate" --source "$here/site" --destination "$out"
rm -rf "$out"
