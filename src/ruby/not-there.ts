/**
 * What code in Ruby may ask for that is not there, as far as its text tells: the one table of it, by which `doctor` says before a build
 * what plugins run into.
 */

interface Lack {
  /** what the code does: `starts programs` */
  readonly does: string
  /** what comes of it */
  readonly but: string
  /** whether the plugin stops there, or does without */
  readonly stops: boolean
}

/** One that Ruby met while it loaded a file. */
export interface MetLack extends Lack {
  /** absolute */
  readonly file: string
  /** from 1 */
  readonly line: number
}

interface FoundLack extends Lack {
  /** from 1 */
  readonly line: number
}

/** What becomes of methods in the place of kramdown's own that write no element. */
const CHANGES_KRAMDOWN: Lack = {
  does: 'changes kramdown beyond how it writes elements',
  but: 'kramdown here is not Ruby, and converts without that',
  stops: false,
}

interface Sign extends Lack {
  /** in a line of code */
  readonly sign: RegExp
  /** a line that has it and means something else */
  readonly unless?: RegExp
  /** whether the Ruby of a machine has it */
  readonly native: boolean
}

const SIGNS: readonly Sign[] = [
  {
    sign: /(?:^|[=(,;?]|\b(?:if|unless|return|and|or|then|when))\s*(?:`[^`]+`|%x[([{|])|\bOpen3\.|\bIO\.popen\b|(?:^|[^\w.:])(?:system|spawn|exec|fork)[ (]|\bProcess\.(?:spawn|fork)\b/,
    unless: /\bgit\b/,
    does: 'starts programs',
    but: 'only git is answered, where it reads history',
    stops: true,
    native: true,
  },
  {
    sign: /\bNet::(?:HTTP|FTP|SMTP)\b|\bURI\.open\b|\bTCPSocket\b|\bHTTParty\b|\bFaraday\b|\bRestClient\b|\bOctokit\b/,
    does: 'asks the network',
    but: 'there is none',
    stops: true,
    native: true,
  },
  {
    sign: /\bENV\s*(?:\[|\.(?:fetch|key\?|to_h)\b)/,
    unless: /\bENV\s*(?:\[|\.fetch\(?)\s*['"]JEKYLL_ENV['"]/,
    does: 'reads variables of the machine',
    but: 'there is none but JEKYLL_ENV',
    stops: false,
    native: true,
  },
  {
    sign: /\bThread\.(?:new|start|fork)\b|\bConcurrent::|\bParallel\.|\bRactor\.new\b/,
    does: 'works in threads',
    but: 'there are none',
    stops: true,
    native: true,
  },
  {
    sign: /\bNokogiri::(?:XML::(?:Builder|Reader|SAX)|XSLT)\b/,
    does: 'writes or streams XML with Nokogiri',
    but: 'Nokogiri is there for HTML, and for XML that is read whole',
    stops: true,
    native: true,
  },
  {
    sign: /\bMiniMagick\b|\bMagick::|\bVips::|\bRMagick\b|\bSassC::|\bFFI::|\bExecJS\b|\bUglifier\b|\bTerser\b|\bSQLite3\b|\bRugged::/,
    does: 'uses a gem that is not all Ruby',
    but: 'only Ruby code runs',
    stops: true,
    native: true,
  },
  {
    sign: /^\s*define_parser\s*\(|\bKramdown::Parser::\w+\.(?:prepend|class_eval)\b|\bdef\s+(?:footnote_content|generate_toc_tree|fix_for_toc_entry|convert_root|convert_standalone_image)\b/,
    ...CHANGES_KRAMDOWN,
    native: false,
  },
  {
    sign: /\bclass\s[\w: ]+<\s*(?:::)?Kramdown::Converter::(?:Base|Kramdown|Latex|Toc|HashAst|Man)\b/,
    does: "makes a converter of kramdown's other than its HTML",
    but: 'only those made of Kramdown::Converter::Html are called',
    stops: true,
    native: false,
  },
  {
    sign: /<\s*(?:::)?(?:Jekyll::)?Command\b/,
    does: 'adds a command',
    but: 'the command line has no commands of plugins',
    stops: false,
    native: false,
  },
  {
    sign: /\bHooks\.register[ (]+:clean\b/,
    does: 'has hooks on cleaning',
    but: 'there are none',
    stops: true,
    native: false,
  },
]

/** Libraries of Ruby's, and what was one of them, that need code which is not Ruby: `require` raises a LoadError. */
const ABSENT_LIBRARIES: ReadonlySet<string> = new Set(
  (
    'bigdecimal dbm drb expect fiddle gdbm io/console io/nonblock io/wait ipaddr kconv net/ftp net/smtp nkf pty racc ' +
    'racc/parser readline reline resolv rinda/rinda socket sqlite3 syslog webrick win32ole'
  ).split(' '),
)

const REQUIRE = /^\s*require\s*\(?\s*(['"])([\w./+-]+)\1/

/** What `text` loads by name with `require`, each once with its first line, from 1. */
export function librariesOf(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [index, line] of linesOf(text)) {
    const name = REQUIRE.exec(line)?.[2]?.replace(/\.rb$/, '')
    if (name !== undefined && !name.startsWith('.') && !name.startsWith('/') && !found.has(name))
      found.set(name, index)
  }
  return found
}

/** What becomes of a `require` of a library that is not there, and of which `has` has no gem. */
export function absentLibrary(name: string, has: (name: string) => boolean): Lack | undefined {
  if (!ABSENT_LIBRARIES.has(name) || has(name)) return undefined
  return { does: `requires ${name}`, but: 'that library is not all Ruby, and is not there', stops: true }
}

/** The lines of code in `text`, by their numbers. */
function* linesOf(text: string): Generator<readonly [number: number, line: string]> {
  let inComment = false
  for (const [index, line] of text.split('\n').entries()) {
    if (/^=(?:begin|end)\b/.test(line)) inComment = line.startsWith('=begin')
    if (inComment || /^\s*#/.test(line)) continue
    if (/^__END__\s*$/.test(line)) return
    yield [index + 1, line]
  }
}

/** What `text`, the code of a file, asks for that is not there, each once, at the first line that does; for the Ruby of a machine where `native`. */
export function lacksOf(text: string, native: boolean): readonly FoundLack[] {
  const found = new Map<string, FoundLack>()
  for (const [number, line] of linesOf(text))
    for (const { sign, unless, native: there, ...lack } of SIGNS) {
      if (found.has(lack.does) || (native && there) || !sign.test(line) || unless?.test(line)) continue
      found.set(lack.does, { ...lack, line: number })
    }
  return [...found.values()]
}

/** What became of `changes`, methods that plugins put into classes of kramdown, each with its file and line: one for each file. */
export function kramdownLacks(
  changes: readonly (readonly [method: string, file: string, line: number])[],
): readonly MetLack[] {
  const found = new Map<string, MetLack>()
  for (const [, file, line] of changes)
    if (!found.has(file)) found.set(file, { ...CHANGES_KRAMDOWN, file, line })
  return [...found.values()]
}
