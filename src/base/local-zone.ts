/** The zone the process runs in. */
import { isKnownZone, type Zone, zoneFor } from './zone.ts'

/**
 * The zone that `TZ` names (empty is UTC, and so is a name that nobody knows, as in glibc); where it is not set, or names a
 * file, the machine's, as far as Node can tell.
 */
export function localZone(timezone: string | undefined): Zone {
  const name = timezone?.replace(/^:/, '')
  // The common case first: asking Intl for any zone costs tens of milliseconds.
  if (name === '' || name === 'UTC') return zoneFor('UTC')
  if (name !== undefined && !name.startsWith('/')) return zoneFor(name)
  // Of this zone, dates have the name at hand.
  if (new Date(0).toString().endsWith('(Coordinated Universal Time)')) return zoneFor('UTC')
  const machine: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone
  return zoneFor(machine !== undefined && isKnownZone(machine) ? machine : 'UTC')
}
