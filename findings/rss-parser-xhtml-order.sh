#!/bin/sh
# rss-parser 3.13.0 changes the order of words in Atom content of `type="xhtml"` (RFC 4287, 4.1.3): where text and elements take
# turns, all text comes first and the elements after it. It says nothing, so whoever shows the feed prints other sentences than
# the author wrote, and code out of its place.
# Guessed: the content of the div as it stands, "<p>Use <code>bpftool</code> with <code>prog load</code>, always</p>". Seen 2026-12-01:
# "<p>Use  with , always<code>bpftool</code><code>prog load</code></p>".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-save rss-parser@3.13.0 >/dev/null 2>&1
cat > ask.mjs <<'JS'
import Parser from 'rss-parser'

const feed = await new Parser().parseString(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Notes</title><id>urn:example:notes</id><updated>2024-01-02T00:00:00Z</updated>
  <entry>
    <title>Loading</title><id>urn:example:1</id><updated>2024-01-02T00:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Use <code>bpftool</code> with <code>prog load</code>, always</p></div></content>
  </entry>
</feed>`)
console.log(/<p>.*<\/p>/s.exec(feed.items[0].content)[0])
JS
seen=$(node ask.mjs)
echo "seen: $seen"
[ "$seen" = '<p>Use  with , always<code>bpftool</code><code>prog load</code></p>' ]
