# frozen_string_literal: true

# Loaded by generate/start.rb inside `jekyll build`: see generate.sh for what it is and how to run it.

require "fileutils"
require "stringio"
require "tmpdir"
require "yaml"

HERE = __dir__
DERIVED = /\A(output( .*)?|error|log)\z/.freeze

# [title, [[section, text]...]] of every case; a section's text ends before the newline of the next marker.
def read_fixtures(file)
  cases = []
  File.read(file, :encoding => "UTF-8", :mode => "rb").split(/^(?==== )/).each do |block|
    next cases << [nil, block] unless block.start_with?("=== ")

    title, rest = block.split("\n", 2)
    parts = rest.to_s.split(/^-- (.+) --\n/)
    cases << [title.sub("=== ", ""), parts.drop(1).each_slice(2).map { |name, text| [name, (text || "").delete_suffix("\n")] }]
  end
  cases
end

def write_fixtures(file, cases)
  text = cases.map do |title, sections|
    next sections if title.nil?

    "=== #{title}\n" + sections.map { |name, body| "-- #{name} --\n#{body}\n" }.join
  end
  File.binwrite(file, text.join)
end

# Messages carry the place the site was built in; the fixtures say SITE instead.
def logged(root)
  Jekyll.logger.messages.map do |message|
    message.gsub(/\e\[\d+m/, "").gsub(root, "SITE").sub(/(undefined method \S+ for .+?:[A-Z]\w*) .*\^+.* in /, '\1 in ').strip
  end
end

# Without the excerpt of Ruby code that newer Rubies add.
def message_of(error, root)
  text = error.message
  text = text.lines.first.to_s.chomp if error.is_a?(NameError)
  text.gsub(root, "SITE")
end

def quietly
  out, err = $stdout, $stderr
  $stdout = $stderr = StringIO.new
  Jekyll.logger.messages.clear
  Jekyll.logger.log_level = :warn
  yield
ensure
  $stdout, $stderr = out, err
end

def site_at(root, extra = {})
  Jekyll::Site.new(Jekyll.configuration({ "source" => root, "destination" => File.join(root, "_site"),
                                          "disable_disk_cache" => true }.merge(extra)))
end

def config?(root, key)
  file = File.join(root, "_config.yml")
  File.exist?(file) && File.read(file).match?(/^#{key}:/)
end

def answers(root, output)
  logs = logged(root).grep_v(/\A(Configuration file|Source|Destination|Generating|Incremental|done)/)
  # An error is logged by each renderer it passes through; the first one says where.
  errors, others = logs.partition { |line| line.start_with?("Liquid Exception") }
  logs = others + errors.first(1)
  [*output, *(logs.empty? ? [] : [["log", logs.uniq.join("\n")]])]
end

def render_case(site, root, sections)
  given = sections.reject { |name, _| name.match?(DERIVED) }
  parts = given.to_h
  # Parsed templates are kept by path.
  site.liquid_renderer.instance_variable_get(:@cache).delete_if { |path, _| path.include?("case.html") }
  page = Jekyll::PageWithoutAFile.new(site, site.source, "", "case.html")
  page.content = parts["template"].dup
  page.data.merge!(parts["data"] ? YAML.safe_load(parts["data"], :permitted_classes => [Date, Time, Symbol]) : {})
  output = nil
  quietly do
    output = begin
      [["output", Jekyll::Renderer.new(site, page, site.site_payload).run]]
    rescue StandardError, ScriptError, SystemStackError => e
      [["error", message_of(e, root)]]
    end
  end
  [*given, *answers(root, output)]
end

def build_site(sections)
  given = sections.reject { |name, _| name.match?(DERIVED) }
  Dir.mktmpdir("render") do |root|
    given.each do |name, text|
      path = File.join(root, name)
      FileUtils.mkdir_p(File.dirname(path))
      File.binwrite(path, text)
      File.utime(0, 1_704_067_200, path)
    end
    output = []
    quietly do
      site_at(root, config?(root, "time") ? {} : { "time" => Time.utc(2024, 5, 6, 7, 8, 9) }).process
    rescue StandardError, ScriptError, SystemStackError, SystemExit => e
      output << ["error", message_of(e, root)]
    end
    dest = File.join(root, "_site")
    Dir.glob("**/*", File::FNM_DOTMATCH, :base => dest).sort.each do |name|
      path = File.join(dest, name)
      next unless File.file?(path)

      text = File.binread(path).force_encoding("UTF-8")
      output << ["output #{name}", text] unless given.any? { |n, t| n == name && t.b == text }
    end
    [*given, *answers(root, output)]
  end
end

def case_site
  root = Dir.mktmpdir("render")
  at_exit { FileUtils.rm_rf(root) }
  FileUtils.cp_r(File.join(HERE, "site", "."), root)
  Dir.glob("#{root}/**/*", File::FNM_DOTMATCH).each { |f| File.utime(0, 1_704_067_200, f) if File.file?(f) }
  site = nil
  quietly do
    site = site_at(root)
    site.reset
    site.read
    site.render
  end
  [site, root]
end

files = ENV["RENDER_FIXTURES"].to_s.split
files = Dir.glob("#{HERE}/{cases,sites}/*.txt").sort if files.empty?
site, root = case_site if files.any? { |f| f.include?("/cases/") || f.start_with?("cases/") }
files.each do |file|
  cases = read_fixtures(file).map do |title, sections|
    next [title, sections] if title.nil?

    [title, file.include?("cases/") ? render_case(site, root, sections) : build_site(sections)]
  end
  write_fixtures(file, cases)
  puts "#{file}: #{cases.count { |title, _| title }} cases"
end
