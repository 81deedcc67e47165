/** A flag as data. */

export interface Flag {
  /** without dashes: `limit_posts` */
  readonly long: string
  readonly short?: string
  /** placeholder of the value as help shows it; absent for a switch. In brackets when the value may be left out. */
  readonly value?: string
  /** placeholder of a value that may follow, behind an equals sign only: `--profile=FILE.html` */
  readonly attached?: string
  /** what the value is read as; text when absent */
  readonly reads?: 'list' | 'integer' | 'amount'
  /** the values that there are; any when absent */
  readonly choices?: readonly string[]
  /** whether `--no-NAME` turns it off */
  readonly negatable?: boolean
  /** configuration key it sets; the long name when absent */
  readonly key?: string
  /** whether Jekyll's command has no such flag: beginnings that mean one of Jekyll's go on meaning that */
  readonly ours?: boolean
  readonly about: string
}
