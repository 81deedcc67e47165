/** What libyaml (and so Psych and Jekyll) says about a mistake, from what js-yaml says. */

export interface PsychError {
  readonly offset: number
  readonly text: string
}

/** The offset and wording libyaml would give for js-yaml's `reason` at `position` of `source`. */
export function psychError(_source: string, position: number, reason: string): PsychError {
  return { offset: position, text: reason }
}
