/** Plugins written in Ruby, run without Ruby: WebAssembly, and a layer of Jekyll and Liquid above it. */
export { RubyPluginError } from './bridge/conversation.ts'
export { LAYER } from './layer.ts'
export { findEngine, type RubyEngine } from './machine/engine.ts'
export { rubyVersion } from './machine/program.ts'
export type { SystemFiles } from './machine/system-files.ts'
export { rubyPlugins } from './plugin.ts'
export type { RubyLog } from './request.ts'
export type { MachineImages } from './start-ruby.ts'
