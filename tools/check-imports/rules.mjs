// The walls as tables: who may import whom, and who alone may touch what. Keys are modules (`read`) or files (`base/hash.ts`).

export const MAY_IMPORT = {
  base: [],
  liquid: ['base'],
  kramdown: ['base'],
  highlight: ['base'],
  figures: ['base'],
  markup: ['base'],
  files: ['base'],
  locale: [],
  site: ['base'],
  plugins: ['base', 'liquid', 'locale', 'schema', 'site'],
  // Products: each is made of its own files and the plugin API, so that it could be a package of its own.
  bundled: [],
  read: ['base', 'files', 'site'],
  slips: ['base', 'site'],
  render: ['base', 'liquid', 'locale', 'kramdown', 'highlight', 'markup', 'site', 'plugins', 'slips'],
  ruby: ['base', 'liquid', 'markup', 'site', 'plugins'],
  builder: ['base', 'files', 'liquid', 'site', 'plugins', 'read', 'render', 'ruby'],
  doctor: ['base', 'site', 'plugins', 'builder', 'slips', 'schema'],
  check: ['base', 'site', 'slips', 'schema'],
  compare: ['base', 'markup'],
  schema: ['base'],
  imports: ['base', 'markup'],
  serve: ['base'],
  cli: [
    'base',
    'files',
    'figures',
    'highlight',
    'site',
    'plugins',
    'bundled',
    'builder',
    'doctor',
    'check',
    'compare',
    'schema',
    'imports',
    'serve',
  ],
}

/** What plugins find under `whirl-blog`: builder/ hands it to a site's plugins, and bundled/ is made of it alone. */
export const PLUGIN_API = 'plugin-api.ts'
export const PLUGIN_API_READERS = ['builder', 'bundled']

/** One adapter file per third-party package, imported or loaded with `requirePackage`. */
export const ADAPTERS = {
  '@shikijs/langs': 'highlight/shiki.ts',
  '@shikijs/engine-javascript': 'highlight/shiki.ts',
  '@shikijs/vscode-textmate': 'highlight/shiki.ts',
  send: 'serve/send-file.ts',
  ws: 'serve/live-reload.ts',
  chokidar: 'serve/watch.ts',
  sass: 'render/converters/sass-1-78.ts',
  'sass-embedded-1.78': 'render/converters/sass-1-78.ts',
  'sass-embedded': 'render/converters/dart-sass.ts',
  'markdown-it': 'render/converters/commonmark.ts',
  katex: 'render/converters/katex.ts',
  coffeescript: 'bundled/coffeescript/plugin.ts',
  gemoji: 'markup/emoji-names.ts',
  '@primer/octicons': 'bundled/octicons/shapes.ts',
  'smol-toml': 'read/toml.ts',
  htmlparser2: 'check/page-events.ts',
  saxes: 'check/xml.ts',
  diff: 'compare/diff.ts',
  elkjs: 'figures/graph/elk.ts',
  pagefind: 'bundled/search/pagefind.ts',
  '@resvg/resvg-js': 'bundled/social-cards/card-image.ts',
  '@hpcc-js/wasm-graphviz': 'bundled/figures/graphviz.ts',
  sharp: 'bundled/pictures/sharp.ts',
  jiti: 'builder/plugins/run-module.ts',
  undici: 'builder/theme/download.ts',
  'modern-tar': 'builder/theme/unpack.ts',
  '@bjorn3/browser_wasi_shim': 'ruby/machine/wasi-shim.ts',
}

/** The one door through which packages are loaded while running, and the functions it is made of. */
export const REQUIRE = {
  file: 'base/require.ts',
  names: ['requirePackage', 'requireBeside', 'importPackage', 'installedPackage'],
}

/** What each may have of Node. Everything else is refused: the disk, the network and processes belong to few. */
export const NODE_BUILTINS = {
  'base/hash.ts': ['crypto'],
  // Ranges of addresses: it asks nobody.
  'base/inner-address.ts': ['net'],
  'base/require.ts': ['module', 'url'],
  'bundled/avatar/plugin.ts': ['zlib'],
  // Graphviz is a thread that is waited for.
  'bundled/figures/graphviz.ts': ['url', 'worker_threads'],
  'read/decode.ts': ['buffer'],
  'read/memory-tree.ts': ['buffer'],
  files: ['crypto', 'path'],
  builder: ['crypto', 'path', 'url'],
  'builder/theme/unpack.ts': ['stream', 'zlib'],
  'builder/theme/reach.ts': ['dns', 'net'],
  // What git is told of the environment, and a folder for the moment of a question.
  'builder/ask-git.ts': ['child_process', 'os', 'process'],
  // It starts this very Node a second time, and `execPath` says which that is.
  'builder/ask-json.ts': ['child_process', 'process'],
  // What is kept holds for one version of Node.
  'builder/cache/build-store.ts': ['process'],
  // A site is sent to threads as one piece of memory.
  'builder/apart/piece-renderer.ts': ['v8'],
  'builder/apart/with-hands.ts': ['v8'],
  // The flags of this V8.
  'ruby/machine/compiler-flags.ts': ['process', 'v8'],
  'ruby/machine/machine-image.ts': ['zlib'],
  // Which stages and locks are of builds that go on.
  'builder/output/stages.ts': ['process'],
  'builder/output/lock-holder.ts': ['os', 'process'],
  doctor: ['path'],
  serve: ['http', 'https', 'net', 'path', 'stream'],
  // What Jekyll says has colours.
  'cli/run-jekyll.ts': ['child_process', 'path', 'util'],
  // How many cores there are, and where the program lies that a thread runs.
  'cli/ruby-thread.ts': ['url', 'worker_threads'],
  'cli/threads.ts': ['os', 'url', 'worker_threads'],
  cli: ['buffer', 'child_process', 'http', 'path', 'timers/promises', 'worker_threads'],
}

/**
 * Who may have the disk, file by file or folder by folder, and for what. What a site, its theme or its packages name is
 * opened by the gate alone, so that nothing gets round its fence, waits for a pipe or reads without end.
 */
export const DISK = {
  files: 'the gate, and what the program itself keeps in a site',
  'builder/output': 'the destination: the writer, its stages and locks',
  'builder/cache': 'the store of what builds keep',
  'builder/apart/shard-file.ts': 'files of shards, in a folder that the command line names',
  'ruby/machine/program.ts': 'the compiled Ruby, a file of a package',
  'builder/theme/theme-cache.ts': 'themes that were fetched, below the cache of the machine',
  'builder/program-file.ts': 'files that come with the program',
  'builder/ask-git.ts': 'a folder of its own for the moment of a question',
  'serve/find-target.ts': 'the built site',
  'serve/directory-listing.ts': 'the built site',
  'serve/site-server.ts': 'the built site',
  'serve/directory-watch.ts': 'the directories of the source: what comes and goes in them',
  'cli/scaffold.ts': 'files that the command line names: new sites, posts that move',
  'cli/untrusted': 'what the system says of processes, and the pipe between two of them',
}

/** Globals that only some may name. */
export const GLOBALS = [
  {
    names: ['process', 'console'],
    allowed: ['cli'],
    help: 'only cli/ prints, exits and reads the environment: return a value, or take it as an argument',
  },
  {
    names: ['globalThis', 'global', 'require', 'module', 'eval'],
    allowed: [],
    help: 'they lead round the walls: import what you need',
  },
  {
    names: ['Function'],
    allowed: ['liquid/instantiate.ts'],
    help: 'only liquid/instantiate.ts makes functions of text',
  },
]

/** Members by which code would get at modules or at the world without an import. */
export const MEMBERS = [
  {
    names: ['createRequire', 'getBuiltinModule', 'mainModule'],
    allowed: ['base/require.ts'],
    help: 'packages are loaded through requirePackage of base/require.ts, and node: by an import',
  },
]

/** Calls that only some may make; `call` is the end of the callee as it is written, `new Date()` a `new` without arguments. */
export const CALLS = [
  {
    calls: ['Date.now', 'new Date()'],
    allowed: ['base/clock.ts'],
    help: 'only base/clock.ts asks the time: take a Time as an argument',
  },
]

/**
 * Who may have the raw hash of a configuration, besides the files that make typed settings of it (called `settings.ts`, or
 * in a folder `settings`): templates show it, plugins find their options in it, and a page of the last build holds for it.
 */
export const RAW_SETTINGS = [
  'site/config.ts',
  'render/site-view.ts',
  'plugins/options.ts',
  'ruby/bridge/default-language.ts',
  'ruby/session.ts',
  'bundled',
  'builder/kept/settings-key.ts',
]

/** Folders whose scripts and modules use the program besides src/ itself; tests do not count. */
export const USERS = ['src', 'bench', 'tools', 'action', 'examples', 'themes']
