# frozen_string_literal: true

# Pages and sites as Jekyll renders them, inside its own process: {"ask": "page" or "site", "sections": [[name, text]…]}.
# A page is case.html of the site beside this file; a site is its files. Answers are [[section, text]…].

require "date"
require "fileutils"
require "json"
require "stringio"
require "tmpdir"
require "yaml"

MTIME = 1_704_067_200

# A drop lists its keys in the order in which Ruby met their names first, which is another on each machine: here it is
# always this one.
ORDER = %w(label docs files name basename extname id next previous relative_path relative_directory content excerpt output
           directory title html_pages time documents config related_posts data pages categories static_files collections
           posts path url date tags collection).freeze

Jekyll::Drops::Drop.singleton_class.prepend(Module.new do
  def getter_method_names
    names = super
    ordered = names.sort_by.with_index { |name, index| [ORDER.index(name) || ORDER.size, index] }
    names.is_a?(Set) ? ordered.to_set : ordered
  end
end)

# Messages carry the place the site was built in, libsass its own spelling of it; answers say SITE instead.
# Without the place of the site and the addresses of objects.
def placeless(text, root)
  text.gsub("../#{File.basename(root)}", "SITE").gsub(root, "SITE").gsub(/(#<[A-Z][\w:]*):0x\h{16}/, '\1')
end

def logged(root)
  Jekyll.logger.messages.map do |message|
    placeless(message.gsub(/\e\[\d+m/, ""), root).sub(/(undefined method \S+ for .+?:[A-Z]\w*) .*\^+.* in /, '\1 in ').strip
  end
end

# Without the excerpt of Ruby code that newer Rubies add.
def message_of(error, root)
  text = error.message
  text = text.lines.first.to_s.chomp if error.is_a?(NameError)
  placeless(text, root)
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

def render_page((site, root), sections)
  parts = sections.to_h
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
  answers(root, output)
end

def build_site(given)
  Dir.mktmpdir("render") do |root|
    root = File.realpath(root)
    given.each do |name, text|
      path = File.join(root, name)
      FileUtils.mkdir_p(File.dirname(path))
      File.binwrite(path, text)
      File.utime(0, MTIME, path)
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
      output << ["output #{name}", text] unless given.any? { |n, t| n == name && t.b == text.b }
    end
    answers(root, output)
  end
end

def page_site
  root = File.realpath(Dir.mktmpdir("render"))
  at_exit { FileUtils.rm_rf(root) }
  FileUtils.cp_r(File.join(__dir__, "site", "."), root)
  Dir.glob("#{root}/**/*", File::FNM_DOTMATCH).each { |f| File.utime(0, MTIME, f) if File.file?(f) }
  site = nil
  quietly do
    site = site_at(root)
    site.reset
    site.read
    site.render
  end
  [site, root]
end

site = nil
$stdin.each_line do |line|
  q = JSON.parse(line)
  answer = q["ask"] == "page" ? render_page(site ||= page_site, q["sections"]) : build_site(q["sections"])
  puts JSON.generate(answer)
end
