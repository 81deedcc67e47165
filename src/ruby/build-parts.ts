/** Builds of a site whose plugins in Ruby build it several times. */
import { type Hash, isHash, type Value } from '../base/index.ts'
import type { Plugin } from '../plugins/index.ts'
import { type Config, withSettings } from '../site/index.ts'
import type { RubySession } from './session.ts'

type BuildPart = Parameters<NonNullable<Plugin['builds']>>[1]

/** Has Ruby build the site as its plugins want, each part by `build`. What it returns is for when all is written. */
export function buildParts(session: RubySession, build: BuildPart): () => void {
  const { config: whole } = session
  let count = 0
  session.job('process', [], {
    part(wire) {
      const number = count++
      const { settings, destination } = asked(session.value(wire), whole)
      const config = { ...withSettings(whole, settings), destination }
      const begin = (): void => {
        session.config = config
        session.site = undefined
      }
      begin()
      build({
        settings,
        destination,
        again() {
          begin()
          session.job('part_again', [number])
        },
      })
      return null
    },
  })
  session.config = whole
  return () => {
    session.job('parts_written', [])
    session.remember()
  }
}

/** What Ruby's site asks for, as `whirl_settings` of the layer has it. */
function asked(given: unknown, { destination }: Config): { settings: Hash; destination: string } {
  const field = (key: string): unknown => (isHash(given) ? given.get(key) : undefined)
  const settings = field('settings')
  return {
    settings: isHash(settings) ? (settings as Hash) : new Map<Value, Value>(),
    destination: String(field('destination') ?? destination),
  }
}
