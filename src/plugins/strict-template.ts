/** What a plugin that writes a page itself says where Jekyll, which has a template for it, stops. */
import { type Diagnostic, isHash, isTruthy, type Value } from '../base/index.ts'

/**
 * The warning for `page` where `liquid` of the configuration has `strict_variables`: the template that `plugin` has for it
 * asks for what most sites lack.
 */
export function strictTemplateWarning(liquid: Value, plugin: string, page: string): Diagnostic | undefined {
  if (!isHash(liquid) || !isTruthy(liquid.get('strict_variables'))) return undefined
  return {
    code: 'plugins/strict-template',
    severity: 'warning',
    topic: 'Liquid Warning:',
    message: `with \`strict_variables\` Jekyll stops in ${page}, as ${plugin} asks for variables that are not there.`,
    help: 'take `strict_variables` out of `liquid` if the site is to be built with Jekyll, too',
    trail: [],
  }
}
