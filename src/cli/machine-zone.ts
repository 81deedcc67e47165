/** The time zone that commands without a configuration run in. */
import { isKnownZone, type Zone, zoneFor } from '../base/index.ts'
import type { Host } from './host.ts'

/** `TZ` when it names a zone, else the machine's. */
export function machineZone(host: Host): Zone {
  const name = host.env.TZ?.replace(/^:/, '')
  if (name === '') return zoneFor('UTC')
  if (name !== undefined && isKnownZone(name)) return zoneFor(name)
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone
  return zoneFor(isKnownZone(machine) ? machine : 'UTC')
}
