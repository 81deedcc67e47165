# frozen_string_literal: true

# Writes the reference's answers into dart-sass.txt: `ruby -r jekyll tests/render/dart-sass.rb`. Needs Jekyll 4.4.1 with
# jekyll-sass-converter 3.1.0 and Dart Sass 1.108.2. Style sheets, their maps and `.html` become `-- output PATH --`, the
# message of an error that ends the build `-- error --`.
require 'fileutils'
require 'tmpdir'

file = File.join(__dir__, 'dart-sass.txt')
Jekyll.logger.log_level = :error
head, *cases = File.read(file).split(/^(?==== )/)
answered = cases.map do |text|
  asked = text.split(/^(?=-- (?:output .*|error) --$)/).first
  _, *sections = asked.split(/^-- (.+) --\n/)
  Dir.mktmpdir do |root|
    root = File.realpath(root)
    sections.each_slice(2) do |name, content|
      path = File.join(root, name)
      FileUtils.mkdir_p(File.dirname(path))
      File.write(path, content.chomp)
    end
    site = { 'source' => root, 'destination' => "#{root}/_site", 'disable_disk_cache' => true, 'quiet' => true }
    begin
      Jekyll::Site.new(Jekyll.configuration(site)).process
      outputs = Dir.glob("#{root}/_site/**/*.{css,map,html}").sort
      outputs.map { |path| "-- output #{path.delete_prefix("#{root}/_site/")} --\n#{File.read(path)}\n" }
             .unshift(asked).join
    rescue StandardError => e
      "#{asked}-- error --\n#{e.message.gsub(root, '/SITE')}\n"
    end
  end
end
File.write(file, head + answered.join)
