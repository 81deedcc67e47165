#!/bin/sh
# @bjorn3/browser_wasi_shim 0.4.2 writes the times of a file where WASI does not look for them: in WASI preview 1's record of a file
# (`filestat`) the times of reading, changing and status stand at bytes 40, 48 and 56; the shim writes them at 38, 46 and 52, each
# over the end of the one before. A program that asks when a file was changed (Ruby's File.mtime) gets a few
# seconds after 1970.
# Seen 2026-11-30: "modified 1893456000000000000 ns, read back as 3895670229".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-save @bjorn3/browser_wasi_shim@0.4.2 >/dev/null 2>&1
cat > ask.mjs <<'JS'
import { wasi } from '@bjorn3/browser_wasi_shim'

const stat = new wasi.Filestat(1n, wasi.FILETYPE_REGULAR_FILE, 5n)
stat.mtim = 1893456000000000000n // 2030-01-01
const view = new DataView(new ArrayBuffer(64))
stat.write_bytes(view, 0)
console.log(`modified ${stat.mtim} ns, read back as ${view.getBigUint64(48, true)}`)
JS
seen=$(node ask.mjs)
echo "seen: $seen"
[ "$seen" = 'modified 1893456000000000000 ns, read back as 3895670229' ]
