/** The zone the process runs in. */
import { isKnownZone, type Zone, zoneFor } from './zone.ts'

/** The zone that `TZ` names (empty is UTC); where it is not set or not known, the machine's. */
export function localZone(timezone: string | undefined): Zone {
  const name = timezone?.replace(/^:/, '')
  // The common case first: asking Intl for any zone costs tens of milliseconds.
  if (name === '' || name === 'UTC') return zoneFor('UTC')
  if (name !== undefined && isKnownZone(name)) return zoneFor(name)
  // Of this zone, dates have the name at hand.
  if (new Date(0).toString().endsWith('(Coordinated Universal Time)')) return zoneFor('UTC')
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone
  return zoneFor(isKnownZone(machine) ? machine : 'UTC')
}
