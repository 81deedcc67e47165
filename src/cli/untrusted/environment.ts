/** What an untrusted build gets of the environment: where things lie on this machine, and how the host has sites built. */

const PASSED_ON = [
  ...['JEKYLL_ENV', 'TZ', 'SOURCE_DATE_EPOCH', 'JEKYLL_NO_BUNDLER_REQUIRE'],
  // gems and themes of the host
  ...['HOME', 'GEM_HOME', 'GEM_PATH', 'BUNDLE_PATH', 'WHIRL_CACHE', 'XDG_CACHE_HOME'],
  ...['NO_COLOR', 'WHIRL_ANNOTATIONS', 'TMPDIR', 'SystemRoot'],
] as const

export function passedOn(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const found = PASSED_ON.map((name) => [name, env[name]] as const)
  return Object.fromEntries(found.filter((each): each is [(typeof each)[0], string] => each[1] !== undefined))
}
