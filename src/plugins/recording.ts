/** What plugins did while an earlier build rendered, where that is recorded: a build in which they would do all of it again passes over it. */
import { Abort } from '../liquid/index.ts'

export interface Recording {
  /** Rendering begins. */
  begin(): void
  /** Whether it has begun, so that the next build may know what plugins did in it. */
  isOn(): boolean
  /**
   * Whether plugins would do in all of this rendering what they did in the earlier one that has this name: then its results
   * hold, and from here on plugins that are given something to do throw a `StartOver`.
   */
  passesOver(name: string): boolean
  /** From here on nothing is passed over in this rendering, which begins again. */
  startOver(): void
  /** Names what plugins did up to now: with another name it was something else. */
  soFar(): string
  /** Rendering has ended. Names what plugins did up to here. */
  end(): string
}

/** Thrown where a plugin has something to do in a rendering that passes over plugins: all of it is to be done from its beginning. */
export class StartOver extends Abort {}
