#!/usr/bin/env ruby
# frozen_string_literal: true

# Asks Ruby and Jekyll what they print, and writes the answers beside this file: the expectations of tests/base.
# Run: LC_ALL=C.UTF-8 TZ=UTC JEKYLL_NO_BUNDLER_REQUIRE=true ruby tests/base/cases/generate.rb
# Each file is a list of rows; what a row holds is said where it is made. The same seed gives the same rows.

require "cgi"
require "date"
require "jekyll"
require "json"
require "time"
require "yaml"

Jekyll.logger.log_level = :error
SEED = 42
RANDOM = Random.new(SEED)
HERE = __dir__
NOW = 1_593_702_245 # 2020-07-02 15:04:05 UTC, the present of all rows

def write(name, rows)
  File.write(File.join(HERE, "#{name}.json"), "[\n#{rows.map { |row| JSON.generate(row) }.join(",\n")}\n]\n")
  puts "#{name}: #{rows.size}"
end

def in_zone(name)
  before = ENV["TZ"]
  ENV["TZ"] = name
  yield
ensure
  ENV["TZ"] = before
end

def attempt
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end

# -- zones: [zone, seconds since the epoch, offset, abbreviation], then local fields: [zone, fields, inspect]
ZONES = %w[UTC Europe/Berlin America/New_York Asia/Kolkata Australia/Lord_Howe America/Sao_Paulo Europe/London
           Africa/Casablanca JST-9 UTC+8 <+0330>-3:30 Foo/Bar Pacific/Apia Asia/Tehran].freeze
instants = ZONES.flat_map do |zone|
  in_zone(zone) do
    Array.new(25) { RANDOM.rand(400_000_000..2_000_000_000) }.map do |at|
      time = Time.at(at)
      [zone, at, time.utc_offset, time.zone]
    end
  end
end
write("instants", instants)
locals = ZONES.flat_map do |zone|
  in_zone(zone) do
    [[2020, 3, 29, 2, 30], [2020, 10, 25, 2, 30], [2020, 3, 8, 2, 30], [2020, 11, 1, 1, 30], [2020, 10, 4, 2, 15],
     [2020, 4, 5, 1, 45], [2020, 3, 29, 1, 30], [2020, 10, 25, 1, 30], [1970, 1, 1, 0, 0], [2038, 2, 1, 12, 0],
     [2011, 12, 30, 10, 0]].map { |f| [zone, f, Time.local(*f).inspect] }
  end
end
write("local-times", locals)

# -- dates: [zone, text, inspect or error, utc?, zone name]
SAMPLES = File.readlines(File.join(HERE, "dates.txt"), :chomp => true).map { |line| JSON.parse(line) }
TOKENS = %w[2020 20 1 02 31 12 13 99 2001 Jan feb. March Tue 10:30 3:04:05 3:04:05.25 pm AM PM am UTC Z EST +0100
            -03:30 CET - / . , : T t 'th 3rd 1st 20200102 0304 ' W01 BC h m 5h 5h30 at of the 2020-01-02 1/2/2020
            1.2.2020 [ ] + w --].freeze
CHARS = "0123456789 -:/.,+TZjanp'".chars.freeze
mixed = Array.new(300) do
  Array.new(RANDOM.rand(1..5)) { TOKENS.sample(:random => RANDOM) + ["", " ", "", " ", "-"].sample(:random => RANDOM) }.join
end
changed = Array.new(300) do
  text = SAMPLES.sample(:random => RANDOM).dup
  RANDOM.rand(1..3).times do
    at = RANDOM.rand(text.size + 1)
    RANDOM.rand(2).zero? ? text.slice!(at) : text.insert(at, CHARS.sample(:random => RANDOM))
  end
  text
end
# Letters of other scripts at the ends of words, and wall clocks that only their offset brings into range.
edges = %w[12amé 2020-01-12amé éjan\ 5 jané\ 5 5thé\ jan\ 2020 ß10:30\ 2020-01-02 2020-01-02日 12\ am² 2020-123é ,2020-123
           20-12,2020-123 1/2/3\ bc 99/2/3\ bc]
walls = ["2020-01-01", "2020-12-31", "2020-02-30", "2020-13-01", "2020-00-01", "2020-01-00", "2020-01-32"].flat_map do |day|
  ["25:00", "48:00", "24:30", "10:75", "10:00:60", "10:00:61", "31:63:63"].flat_map do |hour|
    ["", " Z", " -03:30", " +03:30", " EST", " +14:00"].map { |zone| "#{day} #{hour}#{zone}" }
  end
end
dates = { "UTC" => SAMPLES + mixed + changed + edges + walls, "Europe/Berlin" => SAMPLES, "America/New_York" => SAMPLES }
rows = dates.flat_map do |zone, texts|
  in_zone(zone) do
    texts.uniq.map do |text|
      time = Time.parse(text, Time.at(NOW))
      [zone, text, time.inspect, time.utc?, time.zone]
    rescue StandardError => e
      [zone, text, "#{e.class}: #{e.message}"]
    end
  end
end
# Left out: fractions beyond nanoseconds, and hours and days beyond a day and a month, which Ruby counts on in some cases.
rows.reject! { |row| row[2].include?("/") || row[1].match?(/\d{3,}:|:\d{3,}/) || row[2].start_with?("RangeError") }
write("dates", rows)

# -- strftime: [[seconds, nanos, offset or "utc" or "date"], format, output or error]
CONVERSIONS = %w[Y C y m B b h j d e H k I l P p M S L N z :z ::z :::z ::::z Z A a u w G g V U W s n t % c D F v x X r R
                 T + Q i E O Ey Ec Od Ed OY f : :d é].freeze
FLAGS = ["", "-", "0", "^", "#", "_", "-0", "0_", "^#", "_^"].freeze
WIDTHS = ["", "1", "3", "10", "30"].freeze
MOMENTS = [[1_577_930_645, 123_456_789, 3600], [1_593_702_245, 0, "utc"], [1_577_946_845, 5, -12_600],
           [1_609_459_200, 0, "date"], [-62_000_000_000, 1000, 0], [1_230_768_000, 0, 20_700]].freeze
def moment(seconds, nanos, offset)
  return Time.at(seconds).utc.to_date if offset == "date"

  time = Time.at(seconds, nanos, :nsec)
  offset == "utc" ? time.utc : time.localtime(offset)
end
formats = CONVERSIONS.flat_map do |conversion|
  FLAGS.flat_map { |flag| WIDTHS.map { |width| "%#{flag}#{width}#{conversion}" } }.sample(14, :random => RANDOM)
end
formats += ["%Y-%m-%d", "%-d %B %Y", "%b %-d, %Y", "plain", "", "%", "a%", "%5", "%^", "100%% %d", "%a, %d %b %Y %T %z"]
rows = formats.uniq.flat_map do |format|
  MOMENTS.sample(2, :random => RANDOM).map { |m| [m, format, attempt { moment(*m).strftime(format) }] }
end
# Four colons, and the order of `-` and a padding; of a Time and a Date.
%w[% %^ %- %12 %_].each do |start|
  %w[::::R ::::d ::::^a ::::3d ::::z :::::z :::::::z ::::::::z :::::R 0-12X -012X 0-12d ^+].each do |rest|
    [MOMENTS[0], MOMENTS[3]].each { |m| rows << [m, start + rest, attempt { moment(*m).strftime(start + rest) }] }
  end
end
write("strftime", rows)

# -- widths: [moment, format, bytes printed or error]; how much Ruby prints depends on the length of the format
widths = %w[1023 1024 4000 8189 8190 8192 70000 2097152 3145728 4718593 2147483647 2147483648]
formats = widths.flat_map do |width|
  %w[d Y A z N c s Q n].map { |conversion| "%#{width}#{conversion}" } +
    ["%-#{width}d", "%-#{width}c", "%-#{width}z", "a%#{width}db", "%d %#{width}Bccccccccccccccc", "\u00e9%_#{width}m"]
end
write("widths", formats.flat_map do |format|
  [MOMENTS[0], MOMENTS[3]].map do |m|
    printed = attempt { moment(*m).strftime(format) }
    [m, format, printed.is_a?(String) && printed.start_with?("Errno::", "Numerical") ? printed : printed.bytesize]
  end
end)
weeks = Array.new(200) { RANDOM.rand(-1_000_000_000..4_000_000_000) }.map do |at|
  [[at, 0, "utc"], "%G %V %U %W %u %w %j %C %y %g %l %I %p", Time.at(at).utc.strftime("%G %V %U %W %u %w %j %C %y %g %l %I %p")]
end
write("weeks", weeks)

# -- times as text: [moment, to_s, inspect, xmlschema]
time_texts = Array.new(60) do
  m = [RANDOM.rand(-70_000_000_000..260_000_000_000), [0, 0, 5, 120_000_000].sample(:random => RANDOM),
       ["utc", 0, 3600, -12_600, 20_700].sample(:random => RANDOM),]
  time = moment(*m)
  [m, time.to_s, time.inspect, time.xmlschema]
end
write("time-texts", time_texts)

# -- yaml: [text, value or error]; see `plain` for how values are written
def plain(value)
  case value
  when Hash then { "h" => value.map { |k, v| [plain(k), plain(v)] } }
  when Array then { "a" => value.map { |v| plain(v) } }
  when Time then { "time" => value.inspect, "utc" => value.utc? }
  when Date then { "date" => value.to_s }
  when Float then { "float" => value.to_s }
  when Integer then { "int" => value.to_s }
  when Symbol then ":#{value}"
  else value
  end
end

def read_yaml(text)
  [text, { "value" => plain(YAML.safe_load(text, :permitted_classes => [Date, Time, Symbol], :aliases => true)) }]
rescue Psych::Exception, ArgumentError => e
  [text, { "error" => e.message }]
end
texts = JSON.parse(File.read(File.join(HERE, "yaml-texts.json")))
lines = texts.flat_map(&:lines).uniq
mixed = Array.new(400) do
  text = Array.new(RANDOM.rand(1..4)) { (RANDOM.rand < 0.4 ? " " * RANDOM.rand(1..3) : "") + lines.sample(:random => RANDOM) }.join
  RANDOM.rand(0..2).times { text.insert(RANDOM.rand(text.size + 1), "ab1 -:?#[]{},&*|>'\"%@`\n\n  \t.~<".chars.sample(:random => RANDOM)) }
  text
end
# Left out: recursive anchors, Ruby's own classes and marks beyond the first column, where Whirl differs on purpose.
mixed.reject! { |text| text.match?(/[&!\ufeff]|:['"]|%YAML|%TAG/) }
scalars = JSON.parse(File.read(File.join(HERE, "yaml-scalars.json"))).map { |scalar| "- #{scalar}\n" }
write("yaml", (texts + mixed + scalars).uniq.map { |text| read_yaml(text) })
zoned = ["2020-07-02 03:04:05", "2020-07-02 03:04:05Z", "2020-07-02 03:04:05 +01:00", "2020-01-02 3:04:05", "2020-07-02"]
write("yaml-zones", in_zone("Europe/Berlin") { zoned.map { |text| read_yaml(text) } })

# -- slugs: [text, mode, cased, output]
TEXTS = ["Hello World", " a  b ", "--a--b--", "C++ & C#: a tale", "Ünïcödé Straße", "日本語 タイトル", "100% of 5.5$", "", "-",
         "a_b.c~d!e", "A\tB\nC", "é́ x", "½ ²", "😀 smile", "Ångström ÆØÅ ł đ", "foo(bar), baz+qux=1@x", "The_config.yml", "a\u00a0b",
         "Привет, мир", "ÀÉÎÕÜ ŉ ŋ", "it's \"quoted\"", "a/b\\c", "x—y–z", "İstanbul ẞ", "١٢٣ ४५६", "-\n-a\n-b-\n-", "_x_"].freeze
slugs = TEXTS.flat_map do |text|
  [nil, "none", "raw", "default", "pretty", "ascii", "latin", "odd"].flat_map do |mode|
    [false, true].map { |cased| [text, mode, cased, Jekyll::Utils.slugify(text, :mode => mode, :cased => cased)] }
  end
end
write("slugs", slugs)

# -- globs: [pattern, path, flags, matches]; flags are Ruby's bits
PATTERNS = %q(* ** *.md a*b a**b ? [a-c] [!a] [^a] [a \* a\ {a,b} */b **/b a/** a/**/b .* */.* **/.* a? [*] [a-] []a]
              [\]] a/*/c *a*b*c **/*.md **/ **/*/ a[/]b [.]a ?a [A-C] A a{b,c{d,e}}f **/**/b a/**/**).split.freeze
PATHS = %q(a b .a a/b a/.b x.md d/x.md .md a/b/c a/x/b ab aXXb a/b/.c [a \ * a\ abc a- - c é {a,b} aabbcc a/c a/x/c . ]
           d/.x/y.md a/ d/e/f/g.md acdf abf [).split.freeze
globs = [0, 2, 4, 6, 16, 18, 8].flat_map do |flags|
  PATTERNS.product(PATHS).sample(260, :random => RANDOM).map { |a, b| [a, b, flags, File.fnmatch(a, b, flags)] }
end
write("globs", globs)

# -- paths: [function, arguments, output]
PARTS = ["a", "a/b", "/a", "a/", "/", "", "a.md", ".x", "a.", "a.b.md", "/a/b.md/", "a//b", "..", ".", "...", "x/.y", "//"].freeze
rows = PARTS.flat_map do |a|
  [["extname", [a], File.extname(a)], ["basename", [a], File.basename(a)], ["dirname", [a], File.dirname(a)],
   ["basename", [a, ".*"], File.basename(a, ".*")], ["basename", [a, ".md"], File.basename(a, ".md")],] +
    PARTS.map { |b| ["joinPath", [a, b], File.join(a, b)] }
end
["a", "/a", "../a", "a/../../b", "/s/ite", "/s/ite/x", "/s/item", "", "/", "./a", "a/..", "..", "a//b", "/etc/passwd"].each do |path|
  rows << ["sanitizedPath", ["/s/ite", path], Jekyll.sanitized_path("/s/ite", path).chomp("/")]
end
write("paths", rows)

# -- floats: [bits in hexadecimal, to_s]; strings: [text, inspect]; values: [JSON, inspect]
floats = [0.1, 1.0, 1e14, 1e15, 1e16, 1e20, 1e-4, 1e-5, 1e100, 123_456_789.123, 1.5e-10, 0.1 + 0.2, 5e-324, 1.0 / 3, -0.0, 100.0,
          1_234_567_890_123_456.7, 999_999_999_999_999.9,] + Array.new(60) { [RANDOM.rand(2**64)].pack("Q").unpack1("D") }
write("floats", floats.map { |f| [[f].pack("G").unpack1("H*"), f.to_s] })
strings = ["", "a", "a\"b\\c", "\a\b\t\n\v\f\r\e\u007f\u0080", "\#{a} \#$a \#@a # a#", "é 日本 😀", "\u200b\u2028\u{e000}\u{10ffff}", "\u0000", "\u0085"]
write("inspected-strings", strings.map { |s| [s, s.inspect] })
values = [nil, true, 1, 1.5, "a", [1, [2, nil]], { "a" => 1, "b" => [{}, []] }, [], {}]
write("inspected-values", values.map { |v| [v, v.inspect, v.to_s] })

# -- escapes: [text, CGI.escapeHTML, xml attribute, xml text]
htmls = ["a<b>&\"'", "&amp; &lt;", "&#39;&#x41;&#65;&bogus;&#99999999;", "plain", "", "é & ñ", "\"x\"", "&quot;&apos;&gt;"]
write("escapes", htmls.map { |s| [s, CGI.escapeHTML(s), s.encode(:xml => :attr)[1..-2], s.encode(:xml => :text)] })

# -- comparisons: [a, b, a <=> b, a == b]
pool = [nil, true, false, 0, 1, 2, 1.5, -1.5, "a", "b", "A", "é", "😀", "\uffff", [1], [1, 2], ["a"], [nil], {}, { "a" => 1 }]
write("comparisons", pool.product(pool).map { |a, b| [a, b, a <=> b, a == b] })
