/**
 * What some tests need and a machine may lack. Where it is not there they are skipped, and one line says so (`npm test`
 * gathers these lines at its end); where the variable is set, as `.ci/run` sets it, they fail.
 */
const VARIABLES = {
  /** cases kept beside the repository: see CONTRIBUTING.md */
  shared: 'WHIRL_REQUIRE_SHARED',
  /** what Debian's packages of Jekyll bring */
  reference: 'WHIRL_REQUIRE_REFERENCE',
  /** Chromium */
  browser: 'WHIRL_REQUIRE_BROWSER',
  /** commands of the system: shells, openssl */
  commands: 'WHIRL_REQUIRE_COMMANDS',
  /** `npm run bundle` has been run */
  bundle: 'WHIRL_REQUIRE_BUNDLE',
} as const

/** For `skipIf`: whether `what` is missing, which is said. Throws where it is required. */
export function lacking(need: keyof typeof VARIABLES, what: string, there: boolean): boolean {
  if (there) return false
  const variable = VARIABLES[need]
  if (!['', '0', undefined].includes(process.env[variable]))
    throw new Error(`${what} is not there, and ${variable} asks for it`)
  console.log(`skipped: ${what} is not there (${variable}=1 makes that a failure)`)
  return true
}
