/**
 * Ruby's Time and Date as plain values. They never ask the clock or the environment: a zone is passed in.
 */

/** An instant with the zone it is shown in. */
export class Time {
  /**
   * @param seconds whole seconds since 1970-01-01T00:00:00Z (floor, so nanos is never negative)
   * @param nanos   0..999_999_999
   * @param offset  seconds east of UTC in which the fields are shown
   * @param zone    abbreviation for %Z ('CET'); null prints nothing
   * @param utc     a Ruby UTC time (`to_s` prints `UTC`). A local time in a zone called UTC is none: it prints
   *                `+0000`, so that zone passes false
   */
  constructor(
    readonly seconds: number,
    readonly nanos: number,
    readonly offset: number,
    readonly zone: string | null,
    readonly utc: boolean = zone === 'UTC',
  ) {}
}

/** A day as Ruby's Date counts: Julian before 1582-10-15, then Gregorian. month 1..12, day 1..31. */
export class CalendarDate {
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}
}
