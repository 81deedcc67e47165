/** Bundler's configuration files. */
import { readText } from '../read-text.ts'

/** One setting of the file, which is `NAME: "value"` line by line; undefined where it says nothing. */
export function bundlerSetting(file: string, name: string): string | undefined {
  const line = readText(file)
    ?.split('\n')
    .find((each) => each.startsWith(`${name}:`))
  const value = line
    ?.slice(name.length + 1)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  return value === '' ? undefined : value
}
