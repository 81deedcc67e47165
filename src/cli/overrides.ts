/** The settings a command line gives: what Jekyll merges last, over the configuration files. */
import type { Value } from '../base/index.ts'
import type { Arguments } from './args.ts'
import { flagsOf } from './flags/command-table.ts'
import { LIMITS } from './untrusted/limits.ts'

/** Flags that are the program's business, not the site's. */
const NOT_CONFIGURATION: ReadonlySet<string> = new Set([
  ...[
    'config',
    'help',
    'version',
    'trace',
    'no-cache',
    'explain',
    'shard',
    'workers',
    'allowed-hosts',
    'fetch-from',
    'run-config',
  ],
  ...['untrusted', ...LIMITS.map(({ long }) => long)],
  // of commands that write new files
  ...['extension', 'layout', 'force', 'date', 'timestamp-format', 'collection', 'post', 'draft', 'now'],
])

/** What holds of a site of strangers, whatever it or the command line says. */
const UNTRUSTED: ReadonlyMap<Value, Value> = new Map<Value, Value>([
  ['safe', true],
  ['offline', true],
  ['watch', false],
  ['profile', false],
])

/**
 * flags as settings, in the order given: `--drafts` is `show_drafts: true`. `site.serving` tells templates
 * whether it is a server's, whatever the configuration says.
 */
export function overridesOf(args: Arguments): ReadonlyMap<Value, Value> {
  const keys = new Map(flagsOf(args.command).map((flag) => [flag.long, flag.key ?? flag.long]))
  const overrides = new Map<Value, Value>()
  for (const [long, value] of args.flags)
    if (!NOT_CONFIGURATION.has(long)) overrides.set(keys.get(long) ?? long, value)
  if (args.flags.get('untrusted') === true) for (const [key, value] of UNTRUSTED) overrides.set(key, value)
  // Who asks for safe mode says what is safe.
  if (overrides.get('safe') === true && !overrides.has('whitelist')) overrides.set('whitelist', [])
  const name = args.command?.name
  if (name === 'build' || name === 'merge' || name === 'serve') overrides.set('serving', name === 'serve')
  return overrides
}
