# What the reference reads from a site, as JSON: the expected answers of the fixtures in this folder.
# In: one JSON line per site, {"dir": "...", "overrides": {...}}. Out: one JSON line with its model and log.
# Run with LC_ALL=C.UTF-8 TZ=UTC JEKYLL_NO_BUNDLER_REQUIRE=true.
require "json"
require "stringio"
require "jekyll"

# Scalars JSON lacks are told by a prefix; the order of keys is kept.
def plain(value, depth = 0)
  return "…" if depth > 8

  case value
  when Hash then value.to_h { |k, v| [k.is_a?(String) ? k : k.inspect, k == "excerpt" && v.is_a?(Jekyll::Excerpt) ? nil : plain(v, depth + 1)] }.reject { |k, v| k == "excerpt" && v.nil? }
  when Array then value.map { |v| plain(v, depth + 1) }
  when Time then "Time(#{value.strftime("%F %T.%N %z")} #{value.utc? ? "utc" : "local"})"
  when Date then "Date(#{value})"
  when Symbol then value.inspect
  when Float then value.nan? || value.infinite? || value == value.to_i ? "Float(#{value})" : value
  when String then value.scrub
  when Integer then value.abs > 9_007_199_254_740_991 ? "Integer(#{value})" : value
  when nil, true, false then value
  else "#{value.class}"
  end
end

def document(doc)
  { "path" => doc.relative_path, "ext" => doc.output_ext, "url" => doc.url, "file" => dest(doc), "write" => doc.write?, "date" => plain(doc.date),
    "data" => plain(doc.data), "body" => plain(doc.content.to_s), "excerpt" => excerpt(doc),
    "previous" => doc.previous_doc && doc.previous_doc.relative_path, "next" => doc.next_doc && doc.next_doc.relative_path,
    "id" => doc.id }
end

def dest(item)
  item.destination(SITE[0].dest).delete_prefix("#{SITE[0].dest}/")
end

def excerpt(doc)
  doc.data["excerpt"].is_a?(Jekyll::Excerpt) ? plain(doc.data["excerpt"].content) : nil
end

def model(site)
  {
    "documents" => site.collections.values.flat_map(&:docs).map { |d| document(d) },
    "pages" => site.pages.map do |p|
      { "path" => p.relative_path, "ext" => p.output_ext, "name" => p.name, "dir" => p.instance_variable_get(:@dir), "url" => p.url, "file" => dest(p), "write" => p.write?,
        "data" => plain(p.to_liquid.reject { |k, _| %w(content dir excerpt name path url).include?(k) && !p.data.key?(k) }), "body" => plain(p.content.to_s), "excerpt" => excerpt(p) }
    end,
    "static" => site.static_files.map { |f| { "path" => f.relative_path, "url" => f.url, "file" => dest(f), "write" => f.write?, "data" => plain(f.data) } },
    "layouts" => site.layouts.map { |n, l| { "name" => n, "path" => l.relative_path, "data" => plain(l.data), "body" => plain(l.content.to_s) } },
    "collections" => site.collections.map { |n, c| { "name" => n, "label" => c.label, "metadata" => plain(c.metadata), "directory" => c.relative_directory, "write" => c.write?, "docs" => c.docs.map(&:relative_path), "static" => c.files.map(&:relative_path) } },
    "categories" => site.categories.map { |k, v| [plain(k), v.map(&:relative_path)] },
    "tags" => site.tags.map { |k, v| [plain(k), v.map(&:relative_path)] },
    "data" => plain(site.site_data),
  }
end

SITE = []
STDOUT.sync = true
OUT = STDOUT.dup
$stdin.each_line do |line|
  q = JSON.parse(line)
  log = StringIO.new
  $stdout = $stderr = log
  answer = begin
    Jekyll.logger.log_level = :info
    ENV["TZ"] = "UTC"
    Dir.chdir(q["dir"])
    site = Jekyll::Site.new(Jekyll.configuration({ "source" => q["dir"], "destination" => File.join(q["dir"], "_site"), "disable_disk_cache" => true }.merge(q["overrides"] || {})))
    SITE[0] = site
    site.reset
    site.read
    q["config"] ? { "config" => plain(site.config) } : model(site)
  rescue Exception => e
    { "error" => "#{e.class}: #{e.message.scrub}" }
  end
  $stdout = STDOUT
  $stderr = STDERR
  answer["log"] = log.string.scrub.gsub(q["dir"], "DIR").gsub(/\e\[\d+m/, "")
  OUT.puts JSON.generate(answer)
end
