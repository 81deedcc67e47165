# frozen_string_literal: true

# What the libraries of a reference print, asked many times in one process: JSON lines in, JSON lines out, in order.
# Answers are {"output": …} or {"error": "Class: message"}.
#
#   {"ask":"markdown","text":"# Hi","config":{…}}            Jekyll's Markdown converter
#   {"ask":"kramdown","text":"# Hi","options":{…}}           kramdown alone; answers warnings too
#   {"ask":"rouge","code":"a = 1","language":"ruby"}         what stands within <code>; null for an unknown language
#   {"ask":"guess","code":"…","filename":"x.c"}              the tag of the lexer that Rouge guesses
#   {"ask":"yaml","text":"a: 1"}                             front matter: the value, and the Ruby class of each scalar
#   {"ask":"slugify","text":"A b","mode":"pretty","cased":false}
#   {"ask":"strftime","value":"2020-01-02 03:04:05 +0100","format":"%-d"}
#   {"ask":"url","template":"/:title/","placeholders":{"title":"t"}}
#   {"ask":"smartypants","text":"\"q\""}
require "json"
require "jekyll"
require "kramdown"
require "rouge"

Jekyll.logger.log_level = :error

SITES = Hash.new do |all, config|
  all[config] = Jekyll::Site.new(Jekyll::Configuration.from(
    { "source" => Dir.pwd, "destination" => File.join(Dir.pwd, "_site"), "disable_disk_cache" => true, "quiet" => true }.merge(JSON.parse(config)),
  ))
end

def converter(kind, config = {})
  SITES[JSON.generate(config)].find_converter_instance(kind)
end

# Upstream's Jekyll reads through SafeYAML, Debian's through Psych.
def read_yaml(text)
  Jekyll::Utils.respond_to?(:safe_load_yaml) ? Jekyll::Utils.safe_load_yaml(text) : SafeYAML.load(text)
end

def classes(value)
  case value
  when Hash then value.to_h { |k, v| [k.to_s, classes(v)] }
  when Array then value.map { |v| classes(v) }
  else value.class.name
  end
end

ANSWERS = {
  "markdown"    => ->(q) { { "output" => converter(Jekyll::Converters::Markdown, q["config"] || {}).convert(q["text"]) } },
  "smartypants" => ->(q) { { "output" => converter(Jekyll::Converters::SmartyPants).convert(q["text"]) } },
  "kramdown"    => lambda do |q|
    document = Kramdown::Document.new(q["text"], (q["options"] || {}).transform_keys(&:to_sym))
    { "output" => document.to_html, "warnings" => document.warnings }
  end,
  "rouge"       => lambda do |q|
    lexer = Rouge::Lexer.find_fancy(q["language"], q["code"])
    { "output" => lexer && Rouge::Formatters::HTML.new.format(lexer.lex(q["code"])) }
  end,
  "guess"       => ->(q) { { "output" => Rouge::Lexer.guess(:source => q["code"], :filename => q["filename"]).tag } },
  "yaml"        => lambda do |q|
    value = read_yaml(q["text"])
    { "output" => value, "classes" => classes(value) }
  end,
  "slugify"     => ->(q) { { "output" => Jekyll::Utils.slugify(q["text"], :mode => q["mode"], :cased => q["cased"] || false) } },
  "strftime"    => ->(q) { { "output" => Jekyll::Utils.parse_date(q["value"]).strftime(q["format"]) } },
  "url"         => lambda do |q|
    { "output" => Jekyll::URL.new(:template => q["template"], :placeholders => q["placeholders"].transform_keys(&:to_sym)).to_s }
  end,
}.freeze

$stdout.sync = true
$stdin.each_line do |line|
  q = JSON.parse(line)
  answer =
    begin
      ANSWERS.fetch(q["ask"]).call(q)
    rescue StandardError, ScriptError, SystemStackError => e
      { "error" => "#{e.class}: #{e.message}" }
    end
  begin
    puts JSON.generate(answer)
  rescue StandardError => e
    puts JSON.generate("error" => "the answer is no JSON: #{e.message}")
  end
end
