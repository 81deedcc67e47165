#!/bin/sh
# htmlparser2 12.0.0: parseFeed takes for an Atom entry's `link` the first <link> in it, whatever its `rel`: an enclosure, the page's
# editing address or its `replies`, though an `alternate` follows (RFC 4287, 4.2.7.2). Where the feed itself has no link, it even
# gives that of the first entry as the feed's.
# Guessed: the link with rel="alternate", or without any rel. Seen 2026-12-01:
# "entry: https://example.org/talk.mp3, feed: https://example.org/talk.mp3".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-save htmlparser2@12.0.0 >/dev/null 2>&1
cat > ask.mjs <<'JS'
import { parseFeed } from 'htmlparser2'

const feed = parseFeed(
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Notes</title><id>urn:example:notes</id><updated>2024-01-02T00:00:00Z</updated>
  <entry>
    <title>A talk</title><id>urn:example:1</id><updated>2024-01-02T00:00:00Z</updated>
    <link rel="enclosure" type="audio/mpeg" href="https://example.org/talk.mp3"/>
    <link rel="alternate" type="text/html" href="https://example.org/talk/"/>
    <summary>On packets</summary>
  </entry>
</feed>`,
)
console.log(`entry: ${feed.items[0].link}, feed: ${feed.link}`)
JS
seen=$(node ask.mjs)
echo "seen: $seen"
[ "$seen" = 'entry: https://example.org/talk.mp3, feed: https://example.org/talk.mp3' ]
