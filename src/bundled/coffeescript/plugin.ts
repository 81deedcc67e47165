/**
 * jekyll-coffeescript 2.0: `.coffee` files with front matter become JavaScript, through CoffeeScript 1.12, the compiler
 * of the Ruby gem; the only file that knows the package. It is loaded when the first file is compiled.
 * https://github.com/jekyll/jekyll-coffeescript
 */
import { requirePackage } from '../../base/index.ts'
import { definePlugin } from '../../plugin-api.ts'

interface CoffeeScript {
  compile(code: string): string
}

/** What the compiler throws. */
interface SyntaxFault extends Error {
  /** lines from 0 */
  readonly location?: { readonly first_line: number; readonly first_column: number }
}

/**
 * The package. It puts a function of its own in the place of V8's that writes stacks of errors down, for all errors of the process,
 * which compiles the script before once more and throws what that throws.
 */
function compiler(): CoffeeScript {
  const { prepareStackTrace } = Error
  try {
    return requirePackage<CoffeeScript>('coffeescript')
  } finally {
    Error.prepareStackTrace = prepareStackTrace
  }
}

export const coffeescript = definePlugin({
  name: 'jekyll-coffeescript',
  converters: [
    {
      name: 'Jekyll::Converters::CoffeeScript',
      priority: 0,
      matches: (ext) => ext.toLowerCase() === '.coffee',
      outputExt: () => '.js',
      convert(text) {
        const { compile } = compiler()
        try {
          return compile(text)
        } catch (error) {
          const { message, location } = error as SyntaxFault
          // The lines below the front matter are what the compiler saw.
          const place = location === undefined ? '' : ` (line ${location.first_line + 1} of the script)`
          throw new Error(`SyntaxError: ${message}${place}`)
        }
      },
    },
  ],
})
