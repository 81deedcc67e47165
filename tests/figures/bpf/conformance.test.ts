/**
 * The data files of https://github.com/Alan-Jowett/bpf_conformance: programs, what is in their memory, and what they answer.
 * WHIRL_BPF_CONFORMANCE names the folder `tests` of a checkout; nothing of it is kept here.
 */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { assemble } from '../../../src/figures/bpf/assemble.ts'
import { bytesOfHex } from '../../../src/figures/bpf/hex.ts'
import { run } from '../../../src/figures/bpf/interpret.ts'
import { PROGRAM_TYPES } from '../../../src/figures/bpf/program-types.ts'

const folder = process.env.WHIRL_BPF_CONFORMANCE

/** The sections of a file by name, without the lines that are comments. */
function sectionsOf(text: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>()
  let name = ''
  for (const line of text.split(/\r?\n/)) {
    const header = /^-- *(.*)$/.exec(line)?.[1]?.trim()
    if (header !== undefined) {
      name = header.split(/\s/)[0]!
      const rest = header.slice(name.length).trim()
      sections.set(name, rest === '' ? '' : `${rest}\n`)
    } else if (!line.startsWith('#')) sections.set(name, `${sections.get(name) ?? ''}${line}\n`)
  }
  return sections
}

/** What the program of a file answers, in words. */
function answerOf(text: string): { readonly ours: string; readonly wanted: string } {
  const sections = sectionsOf(text)
  const faults: string[] = []
  const program = assemble(sections.get('asm') ?? '', 0, ({ message }) => faults.push(message))
  const wanted = (sections.get('result') ?? '').trim()
  if (faults.length > 0) return { ours: faults.join('; '), wanted }
  const data = bytesOfHex(sections.get('mem') ?? '')!
  const type = PROGRAM_TYPES.find(({ name }) => name === 'memory')!
  const { answer, fault } = run(program, { type, data, steps: 1_000_000, kept: 0 })
  return {
    ours: fault?.message ?? `0x${answer!.toString(16)}`,
    wanted: /^(?:0x[0-9a-f]+|\d+)$/i.test(wanted) ? `0x${BigInt(wanted).toString(16)}` : wanted,
  }
}

describe.skipIf(folder === undefined)('conformance of WHIRL_BPF_CONFORMANCE', () => {
  const names = folder === undefined ? [] : fs.readdirSync(folder).filter((name) => name.endsWith('.data'))
  test('there are files', () => expect(names.length).toBeGreaterThan(0))
  test.each(names)('%s', (name) => {
    const { ours, wanted } = answerOf(fs.readFileSync(path.join(folder!, name), 'utf8'))
    expect(ours).toBe(wanted)
  })
})
