/** Layouts and includes as compiled templates, kept by path: each is compiled once per site. */
import type { Template } from '../liquid/index.ts'
import type { SiteFile } from '../site/index.ts'
import type { CompiledText, RenderEnv } from './types.ts'

/** The template of an include. Throws the engine's LiquidSyntaxError. */
export function compileInclude(env: RenderEnv, file: SiteFile, text: string): Template {
  const known = env.templates.get(file.path)
  if (known !== undefined && known.text === text) return known.template
  return compile(env, file, text, 1).template
}

/** The template of a layout's body. Throws the engine's LiquidSyntaxError. */
export function compileLayout(env: RenderEnv, file: SiteFile, text: string, firstLine: number): CompiledText {
  return env.templates.get(file.path) ?? compile(env, file, text, firstLine)
}

function compile(env: RenderEnv, file: SiteFile, text: string, firstLine: number): CompiledText {
  const template = env.engine.parse(text, { path: file.path })
  const compiled: CompiledText = { template, file, text, firstLine }
  env.templates.set(file.path, compiled)
  return compiled
}
