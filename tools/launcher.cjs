#!/usr/bin/env node
// Words that every Node understands: what it loads, only those of NEEDED and later can read.
var NEEDED = [20, 19]
var version = process.versions.node.split('.').map(Number)
if (version[0] < NEEDED[0] || (version[0] === NEEDED[0] && version[1] < NEEDED[1])) {
  console.error('whirl needs Node %s or later, and this is %s.', NEEDED.join('.'), process.version)
  console.error('  help: install a newer one (https://nodejs.org), or choose it: nvm install --lts')
  process.exitCode = 1
} else {
  require('./load.cjs').start()
}
