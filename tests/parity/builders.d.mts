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
export interface Builder {
  readonly command: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}
export declare const WHIRL: Builder
export declare function fixtureAt(dir: string): Fixture
export declare function build(
  builder: Builder,
  fixture: Fixture,
  destination: string,
  timeout?: number,
): Built
