#!/bin/sh
# @bjorn3/browser_wasi_shim 0.4.2 writes its own notes to the console unless it is told not to: a WASI made as its README shows,
# without options, prints a line "wasi: …" for files that a program looks for, among what the program prints itself.
# With Ruby (@ruby/4.0-wasm-wasi 2.10.1) that is five lines before the first of the program; `{ debug: false }` gives none.
# Seen 2026-11-30: "5 0".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-save @bjorn3/browser_wasi_shim@0.4.2 @ruby/4.0-wasm-wasi@2.10.1 @ruby/wasm-wasi@2.10.1 >/dev/null 2>&1
cat > ask.mjs <<'JS'
import fs from 'node:fs'
import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim'
import { RubyVM } from '@ruby/wasm-wasi'

const module = await WebAssembly.compile(fs.readFileSync('node_modules/@ruby/4.0-wasm-wasi/dist/ruby.wasm'))
const log = console.log
async function notes(...options) {
  let count = 0
  console.log = () => count++
  const quiet = () => ConsoleStdout.lineBuffered(() => {})
  const files = [new OpenFile(new File([])), quiet(), quiet(), new PreopenDirectory('/', new Map())]
  const wasi = new WASI(['ruby'], [], files, ...options)
  const vm = new RubyVM()
  const imports = { wasi_snapshot_preview1: wasi.wasiImport }
  vm.addToImports(imports)
  const instance = await WebAssembly.instantiate(module, imports)
  await vm.setInstance(instance)
  wasi.initialize(instance)
  vm.initialize(['ruby', '--disable-gems', '-e_=0'])
  console.log = log
  return count
}
console.log(`${await notes()} ${await notes({ debug: false })}`)
JS
seen=$(node ask.mjs)
echo "seen: $seen"
[ "$seen" = '5 0' ]
