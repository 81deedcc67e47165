# frozen_string_literal: true

# What stands around a site in Jekyll, as far as plugins ask it something.
module Jekyll
  # Paths put together.
  module PathManager
    class << self
      def join(base, item)
        File.join(base.to_s, item.to_s)
      end

      def sanitized_path(base, questionable)
        Jekyll.sanitized_path(base, questionable)
      end
    end
  end

  # Values of `defaults` in the configuration.
  class FrontmatterDefaults
    def initialize(site)
      @site = site
    end

    def all(path, type)
      Whirl.ask(:defaults, path.to_s, type.to_s)
    end

    def find(path, type, setting)
      all(path, type)[setting.to_s]
    end
  end

  # Loading of gems by name.
  module External
    class << self
      def require_with_graceful_fail(names)
        Array(names).each { |name| require name }
      end

      def require_if_present(names)
        Array(names).each do |name|
          require name
        rescue LoadError
          yield name, nil if block_given?
          false
        end
      end
    end
  end

  class PluginManager
    def self.require_from_bundler
      false
    end
  end

  # Every build makes everything anew, as Jekyll does without `--incremental`.
  class Regenerator
    attr_reader :site, :metadata, :cache

    def initialize(site)
      @site = site
      @metadata = {}
      @cache = {}
    end

    def disabled?
      true
    end

    def regenerate?(_document)
      true
    end

    def modified?(_path)
      true
    end

    def add(_path)
      true
    end
    alias force add

    def add_dependency(_path, _dependency); end

    def write_metadata; end
  end

  # Which entries of a folder are part of the site.
  class EntryFilter
    SPECIAL = %w[. _ # ~].freeze
    attr_reader :site

    def initialize(site, base_directory = nil)
      @site = site
      @base_directory = base_directory
    end

    def filter(entries)
      entries.reject { |entry| !included?(entry) && (special?(entry) || backup?(entry) || excluded?(entry)) }
    end

    def special?(entry)
      SPECIAL.include?(entry[0]) || SPECIAL.include?(File.basename(entry)[0])
    end

    def backup?(entry)
      entry.end_with?('~')
    end

    def included?(entry)
      glob_include?(site.include, entry) || glob_include?(site.include, File.basename(entry))
    end

    def excluded?(entry)
      glob_include?(site.exclude, entry)
    end

    def glob_include?(patterns, entry)
      place = entry.delete_prefix('/')
      patterns.any? do |pattern|
        next pattern.match?(entry) if pattern.is_a?(Regexp)

        bare = pattern.to_s.delete_prefix('/')
        File.fnmatch?(bare, place) || place.start_with?(bare.end_with?('/') ? bare : "#{bare}/") || place == bare.chomp('/')
      end
    end
  end

  class Reader
    attr_reader :site

    def initialize(site)
      @site = site
    end

    def filter_entries(entries, base_directory = nil)
      EntryFilter.new(site, base_directory).filter(entries)
    end
  end

  # Has pages read; plugins that have a method of their own in the place of `read` leave out some.
  class PageReader
    attr_reader :site, :dir

    def initialize(site, dir)
      @site = site
      @dir = dir
    end

    def read(_files)
      site.pages
    end
    WHIRL_READ = instance_method(:read)

    def self.whirl_changed?
      instance_method(:read) != WHIRL_READ
    end
  end

  # The same of posts.
  class PostReader
    attr_reader :site

    def initialize(site)
      @site = site
    end

    def read_posts(dir)
      raise NotImplementedError, "plugins in Ruby cannot have posts read in #{dir}" unless dir == ''

      site.posts.docs
    end
    WHIRL_READ = instance_method(:read_posts)

    # Posts in a folder whose names a plugin has an expression of its own for; those that the program has read are these.
    def read_publishable(dir, folder, matcher)
      below = File.join(*[site.source, site.config['collections_dir'].to_s, dir, folder].reject(&:empty?))
      return [] unless File.directory?(below)

      known = site.posts.docs.to_h { |document| [document.path, document] }
      names = site.reader.filter_entries(Dir.glob('**/*', base: below), below).select { |name| File.file?(File.join(below, name)) }
      names.grep(matcher).filter_map do |name|
        path = File.join(below, name)
        document = known[path] || Document.new(path, site: site, collection: site.posts).tap(&:read)
        document if site.publisher.publish?(document)
      end
    end

    def read_drafts(dir)
      read_publishable(dir, '_drafts', Document::DATELESS_FILENAME_MATCHER)
    end

    def self.whirl_changed?
      instance_method(:read_posts) != WHIRL_READ
    end
  end

  module Tags
    # Includes as tags that are made of them have it: the program finds and renders the file.
    class IncludeTag < Liquid::Tag
      PARAMETER = /([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w.-]+)/
      private_constant :PARAMETER

      def initialize(tag_name, markup, parse_context)
        super
        named = markup.strip.match(/\A(\{\{.*?\}\}[^\s]*|\S+)\s*(.*)\z/m)
        @file, @params = named[1], named[2]
        @params = nil if @params.empty?
      end

      def validate_file_name(file)
        return unless file.match?(%r{(?:\A|/)\.{1,2}/}) || file.match?(%r{[^\w/.\- ()+~#@]})

        raise ::ArgumentError, "Invalid syntax for include tag. File contains invalid characters or sequences:\n\n  #{file}\n"
      end

      def parse_params(context)
        @params.scan(PARAMETER).to_h do |name, value|
          quoted = value.start_with?('"', "'")
          [name, quoted ? value[1..-2].gsub("\\#{value[0]}", value[0]) : context[value]]
        end
      end

      def render(context)
        Liquid::Template.parse("{% include #{@markup} %}").render(context)
      end
    end
  end

  class Publisher
    def initialize(site)
      @site = site
    end

    def publish?(thing)
      thing.published? && !hidden_in_the_future?(thing)
    end

    def hidden_in_the_future?(thing)
      thing.respond_to?(:date) && !@site.future && thing.date.to_time.to_i > @site.time.to_i
    end
  end

  # Posts that go with a post: the most recent others.
  class RelatedPosts
    def initialize(post)
      @post = post
    end

    def build
      @post.related_posts
    end
  end
end

# What is gone from Ruby since the versions that plugins were written for.
class File
  def self.exists?(path)
    exist?(path)
  end
end

class Dir
  def self.exists?(path)
    exist?(path)
  end
end

# The reader of YAML that Jekyll brings.
module SafeYAML
  module_function

  def load(text, *)
    YAML.safe_load(text, permitted_classes: [Date, Time, Symbol], aliases: true)
  end

  def load_file(path, *)
    load(File.read(path))
  end
end
