/** Bundler's configuration files. */
import type { Gate } from '../../files/index.ts'

/** One setting of the file, which is `NAME: "value"` line by line; undefined where it says nothing. */
export function bundlerSetting(gate: Gate, file: string, name: string): string | undefined {
  const line = gate
    .text(file)
    ?.split('\n')
    .find((each) => each.startsWith(`${name}:`))
  const value = line
    ?.slice(name.length + 1)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  return value === '' ? undefined : value
}
