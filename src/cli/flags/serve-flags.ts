/** Flags of `whirl serve`. */
import { BUILD_FLAGS } from './build-flags.ts'
import type { Flag } from './flag.ts'

export const SERVE_FLAGS: readonly Flag[] = [
  ...BUILD_FLAGS,
  { long: 'ssl-cert', value: '[CERT]', key: 'ssl_cert', about: 'X.509 (SSL) certificate.' },
  { long: 'host', short: 'H', value: '[HOST]', about: 'Host to bind to' },
  { long: 'open-url', short: 'o', key: 'open_url', about: 'Launch your site in a browser' },
  { long: 'detach', short: 'B', about: 'Run the server in the background' },
  { long: 'ssl-key', value: '[KEY]', key: 'ssl_key', about: 'X.509 (SSL) Private Key.' },
  { long: 'port', short: 'P', value: '[PORT]', reads: 'integer', about: 'Port to listen on' },
  {
    long: 'show-dir-listing',
    key: 'show_dir_listing',
    about: 'Show a directory listing instead of loading your index file.',
  },
  {
    long: 'skip-initial-build',
    key: 'skip_initial_build',
    about: 'Skips the initial site build which occurs before the server is started.',
  },
  { long: 'livereload', short: 'l', about: 'Use LiveReload to automatically refresh browsers' },
  {
    long: 'livereload-ignore',
    value: 'GLOB1[,GLOB2[,...]]',
    reads: 'list',
    key: 'livereload_ignore',
    about: "Files for LiveReload to ignore. Remember to quote the values so your shell won't expand them",
  },
  {
    long: 'livereload-min-delay',
    value: '[SECONDS]',
    reads: 'integer',
    key: 'livereload_min_delay',
    about: 'Minimum reload delay',
  },
  {
    long: 'livereload-max-delay',
    value: '[SECONDS]',
    reads: 'integer',
    key: 'livereload_max_delay',
    about: 'Maximum reload delay',
  },
  {
    long: 'livereload-port',
    value: '[PORT]',
    reads: 'integer',
    key: 'livereload_port',
    about: 'Port for LiveReload to listen on',
  },
  {
    long: 'allowed-hosts',
    value: 'NAME1[,NAME2[,...]]',
    reads: 'list',
    ours: true,
    about: 'Names the server answers to besides localhost and --host; .NAME for all below one, * for any',
  },
]
