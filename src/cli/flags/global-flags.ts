/** Flags that belong to no command. */
import type { Flag } from './flag.ts'

/** Flags of every command, printed after its own. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  { long: 'source', short: 's', value: '[DIR]', about: 'Source directory (defaults to ./)' },
  { long: 'destination', short: 'd', value: '[DIR]', about: 'Destination directory (defaults to ./_site)' },
  { long: 'safe', about: 'Safe mode (defaults to false)' },
  {
    long: 'plugins',
    short: 'p',
    value: 'PLUGINS_DIR1[,PLUGINS_DIR2[,...]]',
    reads: 'list',
    key: 'plugins_dir',
    about: 'Plugins directory (defaults to ./_plugins)',
  },
  { long: 'layouts', value: 'DIR', key: 'layouts_dir', about: 'Layouts directory (defaults to ./_layouts)' },
  {
    long: 'profile',
    attached: 'FILE.html',
    about: 'Generate a Liquid rendering profile, as a page of flames in FILE.html if named',
  },
  { long: 'help', short: 'h', about: 'Show this message' },
  { long: 'version', short: 'v', about: 'Print the name and version' },
  { long: 'trace', short: 't', about: 'Show the full backtrace when an error occurs' },
]

/** Flags of no command, but of the program. */
export const PROGRAM_FLAGS: readonly Flag[] = [
  {
    long: 'verbose',
    short: 'V',
    ours: true,
    about: 'With --version: name the engines, and what --compat stands for',
  },
]
