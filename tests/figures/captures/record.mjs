// What tshark reads in the captures here, into tshark.json: for each file, for each frame, its fields with their values in order.
// fields.json has what tshark calls the fields of headers.
// node tests/figures/captures/record.mjs
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const here = import.meta.dirname
const headers = JSON.parse(fs.readFileSync(path.join(here, 'fields.json'), 'utf8'))
const fields = [...new Set(Object.values(headers).flatMap((header) => Object.values(header)))].sort()
const files = fs.readdirSync(here).filter((name) => /\.pcap(?:ng)?$/.test(name))
const answers = files.sort().map((file) => {
  const form = ['-T', 'fields', '-E', 'separator=/t', '-E', 'aggregator=,', '-E', 'occurrence=a']
  const names = fields.flatMap((name) => ['-e', name])
  const asked = ['-r', path.join(here, file), ...form, ...names]
  const { stdout, status, stderr } = spawnSync('tshark', asked, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const frames = stdout.trimEnd().split('\n')
  return `"${file}": [\n${frames.map((row) => JSON.stringify(fieldsOf(row))).join(',\n')}\n]`
})
fs.writeFileSync(path.join(here, 'tshark.json'), `{\n${answers.join(',\n')}\n}\n`)

function fieldsOf(row) {
  const values = row.split('\t').map((value, i) => [fields[i], value])
  return Object.fromEntries(values.filter(([, value]) => value !== ''))
}
