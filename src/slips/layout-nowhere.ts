/** A layout that a document asks for and nobody has. */
import { nearest } from '../base/index.ts'

/** The name that was meant, as a question; undefined where no layout has one like it. */
export function layoutMeant(name: string, layouts: Iterable<string>): string | undefined {
  const near = name.length < 2 ? undefined : nearest(name, [...layouts])
  return near === undefined ? undefined : `Did you mean '${near}'?`
}
