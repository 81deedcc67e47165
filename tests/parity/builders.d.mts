export interface Fixture {
  readonly name: string
  readonly source: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}
export interface Built {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
}
export declare const ENVIRONMENT: Readonly<Record<string, string | undefined>>
export declare const JEKYLL: readonly string[]
export declare const WHIRL: readonly string[]
export declare function hasJekyll(): boolean
export declare function fixtureAt(dir: string): Fixture
export declare function build(
  command: readonly string[],
  fixture: Fixture,
  destination: string,
  timeout?: number,
): Built
