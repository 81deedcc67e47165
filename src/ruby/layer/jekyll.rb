# frozen_string_literal: true

# What plugins use of Jekyll: the classes that they are made of, and the site as objects that ask the program.
module Jekyll
  module Errors
    class FatalException < ::StandardError; end
    class InvalidThemeName < FatalException; end
    class DropMutationException < FatalException; end
    class InvalidPermalinkError < FatalException; end
    class InvalidYAMLFrontMatterError < FatalException; end
    class MissingDependencyException < FatalException; end
    class InvalidDateError < FatalException; end
    class InvalidPostNameError < FatalException; end
    class PostURLError < FatalException; end
    class InvalidURLError < FatalException; end
    class InvalidConfigurationError < FatalException; end
  end

  # One line each of the log of the build.
  class LogAdapter
    %i[debug info warn error].each do |level|
      define_method(level) do |topic = nil, message = nil, &block|
        message = block.call if block
        Whirl.ask(:log, level, topic.to_s, message.to_s)
      end
    end

    def abort_with(topic, message = nil)
      error(topic, message)
      raise SystemExit
    end

    def log_level=(_level); end
  end

  class << self
    attr_accessor :site

    def sites
      [site].compact
    end

    def logger
      @logger ||= LogAdapter.new
    end

    def env
      Whirl.ask(:environment)
    end

    def configuration(override = {})
      site.config.merge(override)
    end

    def set_timezone(_zone); end

    def sanitized_path(base, questionable)
      return base if questionable.nil?

      clean = File.expand_path(questionable, '/')
      return clean if clean == base || clean.start_with?("#{base.chomp('/')}/")

      File.join(base, clean)
    end
  end

  # What everything that takes part in a build is made of.
  class Plugin
    PRIORITIES = { low: -10, highest: 100, lowest: -100, normal: 0, high: 10 }.freeze

    class << self
      def inherited(base)
        super
        base.instance_variable_set(:@priority, nil)
        Whirl.plugins << base
      end

      def priority(name = nil)
        @priority = name if name
        @priority || :normal
      end

      def safe(_safe = nil)
        true
      end

      def descendants
        Whirl.plugins.select { |plugin| plugin < self }
      end
    end

    def initialize(config = {})
      @config = config
    end
  end

  class Generator < Plugin; end

  class Converter < Plugin
    class << self
      def highlighter_prefix(prefix = nil)
        prefix
      end
      alias highlighter_suffix highlighter_prefix
    end
  end

  # Commands of plugins are read, and not offered.
  class Command < Plugin
    def self.init_with_program(_program); end
  end

  module Converters
    class Identity < Converter
      def convert(content)
        content
      end

      def matches(_extension)
        true
      end

      def output_ext(extension)
        extension
      end
    end

    class Markdown < Converter
      def convert(content)
        Whirl.wait(:markdownify, content)
      end
      WHIRL_CONVERT = instance_method(:convert)

      # A class below this one that the setting `markdown` names converts all Markdown.
      def self.whirl_processor(name)
        return unless name.is_a?(String) && name.match?(/\A[A-Z]\w*\z/) && const_defined?(name, false)

        kind = const_get(name)
        define_method(:convert) { |content| (@whirl_processor ||= kind.new(@config)).convert(content) } if kind.is_a?(Class)
      end

      # Whether plugins have a method of their own in the place of this one: then it converts all Markdown.
      def self.whirl_changed?
        instance_method(:convert) != WHIRL_CONVERT
      end

      def matches(extension)
        Whirl.ask(:markdown?, extension)
      end

      def output_ext(_extension)
        '.html'
      end
    end
  end

  module Hooks
    @hooks = []

    class << self
      attr_reader :hooks

      def register(owners, event, priority: :normal, &block)
        Array(owners).each { |owner| register_one(owner, event, priority, &block) }
      end

      def register_one(owner, event, priority, &block)
        raise NotImplementedError, 'plugins in Ruby have no hooks on :clean' if owner.to_s == 'clean'

        @hooks << [owner.to_s, event.to_s, priority, block]
      end

      # Hooks of owners that plugins made up run when their plugin says so; those on what is written, once it is.
      def trigger(owner, event, *arguments)
        @hooks.each do |other, name, _, block|
          next unless other == owner.to_s && name == event.to_s

          run = -> { block.call(*arguments) }
          event.to_s == 'post_write' && Whirl::Parts.at_work? ? Whirl::Parts.later << run : run.call
        end
      end
    end
  end

  module Utils
    extend self

    def deep_merge_hashes(below, above)
      below.merge(above) { |_, one, other| one.is_a?(Hash) && other.is_a?(Hash) ? deep_merge_hashes(one, other) : other }
    end

    def deep_merge_hashes!(below, above)
      below.replace(deep_merge_hashes(below, above))
    end

    def slugify(text, mode: nil, cased: false)
      return if text.nil?

      slug = Whirl.ask(:slugify, text.to_s, mode || 'default')
      cased ? slug : slug.downcase
    end

    def titleize_slug(slug)
      slug.split('-').map(&:capitalize).join(' ')
    end

    def pluralized_array_from_hash(hash, singular, plural)
      [hash[singular], hash[plural]].flat_map { |value| value.is_a?(String) ? value.split : Array(value) }.compact.uniq
    end

    def parse_date(input, message = 'Input could not be parsed.')
      Time.parse(input).localtime
    rescue ::ArgumentError
      raise Errors::InvalidDateError, "Invalid date '#{input}': #{message}"
    end

    def has_yaml_header?(file)
      File.open(file, 'rb') { |io| io.readline.match?(/\A---\s*\r?\n/) }
    rescue EOFError
      false
    end

    def has_liquid_construct?(content)
      !content.nil? && (content.include?('{%') || content.include?('{{'))
    end

    def symbolize_hash_keys(hash)
      hash.transform_keys { |key| key.respond_to?(:to_sym) ? key.to_sym : key }
    end

    def stringify_hash_keys(hash)
      hash.transform_keys(&:to_s)
    end
  end

  # What documents and pages have in common: `data` is asked for once, and what a plugin changes in it goes back.
  module Renderable
    attr_accessor :whirl_id
    attr_reader :site

    attr_writer :output

    def data
      @data ||= whirl_id ? whirl_read(:data) : {}
    end

    def data=(values)
      data
      @data = values
    end

    def content
      return @content if defined?(@content)

      site.whirl_asked_texts if whirl_id
      # Plugins change a text in its place, too.
      @whirl_content = whirl_id ? Whirl.ask(:content, whirl_id) : ''
      @content = @whirl_content.dup
    end

    def content=(text)
      content
      @content = text
    end

    # Nil before it is rendered.
    def output
      return @output if defined?(@output)

      @output = @whirl_output = whirl_id ? Whirl.ask(:output, whirl_id) : nil
      @output = @output.dup
    end

    # What became of it is another thing by now.
    def whirl_forget_texts
      %i[@content @whirl_content @output @whirl_output].each { |name| remove_instance_variable(name) if instance_variable_defined?(name) }
    end

    def whirl_text_as_read?
      defined?(@content) && @content == @whirl_content
    end

    # The output where somebody changed it.
    def whirl_changed_output
      @output if defined?(@output) && @output && @output != @whirl_output
    end

    def [](key)
      Whirl.ask(:field, self, key.to_s)
    end

    def to_liquid(_attributes = nil)
      Whirl.ask(:drop, whirl_id)
    end

    # As in Jekyll, plugins set it with a method of their own that sets the variable.
    def url
      @url || whirl_read(:url)
    end

    def path
      whirl_read(:path)
    end

    def relative_path
      whirl_read(:relative_path)
    end

    def destination(base)
      File.join(base, whirl_read(:output_path))
    end

    def output_ext
      whirl_read(:output_ext)
    end

    def permalink
      data['permalink']
    end

    def yaml_file?
      %w[.yaml .yml].include?(File.extname(relative_path))
    end

    def published?
      data['published'] != false
    end

    def write?
      true
    end

    def inspect
      "#<#{self.class} @relative_path=#{relative_path.inspect}>"
    end

    # What was changed since it was read; nil where nothing was.
    def whirl_changes
      changes = {}
      if defined?(@data) && @data
        now = Whirl::Wire.dump(@data.reject { |_, value| value.equal?(@whirl_excerpt) && value })
        before = @whirl_data ? @whirl_data['of'].each_slice(2).to_h : {}
        after = now['of'].each_slice(2).to_h
        changed = after.reject { |key, value| before.key?(key) && before[key] == value }
        gone = before.keys - after.keys
        pairs = changed.to_a.flatten(1) + gone.flat_map { |key| [key, nil] }
        changes['data'] = Whirl::Dumped.new({ '$' => 'hash', 'of' => pairs }) unless pairs.empty?
      end
      changes['content'] = whirl_body if defined?(@content) && whirl_body != @whirl_content
      changes['url'] = url if whirl_id && whirl_places_itself? && url != whirl_read(:url)
      changes.empty? ? nil : changes
    end

    private

    # Whether a plugin says what its URL is, rather than front matter and place.
    def whirl_places_itself?
      @url || !WHIRL_OWNERS.include?(method(:url).owner)
    end

    def whirl_read(name)
      @whirl_fields ||= Whirl.ask(:document, whirl_id).tap do |fields|
        @whirl_data = Whirl::Wire.dump(fields['data'])
        fields['data']['excerpt'] = @whirl_excerpt = Excerpt.new(self, fields['excerpt']) if fields['excerpt']
      end
      name == :data ? @whirl_fields['data'] : @whirl_fields[name.to_s]
    end
  end

  # The beginning of a document; the program renders it when somebody asks for its text.
  class Excerpt
    attr_accessor :content
    attr_reader :doc

    def initialize(doc, content)
      @doc = doc
      @content = content
    end

    # From then on it is its content.
    def to_s
      @to_s ||= (@content = Whirl.ask(:field, doc, 'excerpt').to_s)
    end
    alias output to_s

    def to_liquid
      to_s
    end

    def id
      "#{doc.id}#excerpt"
    end

    def empty?
      content.empty?
    end

    def method_missing(name, ...)
      doc.respond_to?(name) ? doc.public_send(name, ...) : super
    end

    def respond_to_missing?(name, all = false)
      doc.respond_to?(name, all)
    end
  end

  class Document
    include Renderable
    include Comparable

    YAML_FRONT_MATTER_REGEXP = /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m
    DATELESS_FILENAME_MATCHER = %r{^(?:.+/)*(.*)(\.[^.]+)$}
    DATE_FILENAME_MATCHER = %r{^(?>.+/)*?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$}

    attr_reader :collection

    def initialize(path = nil, relations = {})
      @path = path
      @site = relations[:site] || Jekyll.site
      @collection = relations[:collection]
      @data = {}
      @content = ''
    end

    def self.whirl_new(site, collection, id)
      document = allocate
      document.instance_variable_set(:@site, site)
      document.instance_variable_set(:@collection, collection)
      document.whirl_id = id
      document
    end

    # Of a file that is there, as Jekyll reads it.
    def read(_options = {})
      @data = {}
      @content = File.read(path)
      return self unless @content =~ Jekyll::Document::YAML_FRONT_MATTER_REGEXP

      front = Regexp.last_match(1)
      @content = Regexp.last_match.post_match
      @data = site.frontmatter_defaults.all(relative_path, collection.label.to_s).merge(Whirl.ask(:yaml, front.delete_prefix('---')) || {})
      @data['date'] = Utils.parse_date(@data['date'].to_s, "Document '#{relative_path}' does not have a valid date in the YAML front matter.") if @data['date']
      @data['tags'] = Utils.pluralized_array_from_hash(@data, 'tag', 'tags')
      @data['categories'] = Utils.pluralized_array_from_hash(@data, 'category', 'categories')
      @whirl_reads = true
      self
    end

    def id
      whirl_read(:id)
    end

    def date
      data['date'] || (whirl_id ? whirl_read(:date) : site.time)
    end

    def path
      @path || whirl_read(:path)
    end

    def relative_path
      return whirl_read(:relative_path) if whirl_id

      path.delete_prefix("#{File.join(site.source, site.config['collections_dir'].to_s).chomp('/')}/")
    end

    # What the program makes a document of.
    def whirl_parts
      parts = { 'path' => relative_path, 'collection' => collection.label, 'data' => data, 'content' => content.to_s }
      parts['read'] = true if @whirl_reads
      @url ? parts.merge('url' => @url) : parts
    end

    def basename
      File.basename(path)
    end

    def basename_without_ext
      File.basename(path, '.*')
    end

    def extname
      File.extname(path)
    end
    alias ext extname

    def cleaned_relative_path
      relative_path.delete_prefix(collection.relative_directory).delete_suffix(extname)
    end

    def draft?
      whirl_id ? whirl_read(:draft) : data['draft'] == true
    end

    def type
      collection.label.to_sym
    end

    def excerpt
      data['excerpt']
    end

    def [](key)
      data[key]
    end

    def related_posts
      (site.posts.docs.reverse - [self]).first(10)
    end

    # Categories are there when plugins see a document.
    def populate_categories; end

    def url_placeholders
      Drops::UrlDrop.new(self)
    end

    def next_doc
      at = collection.docs.index(self)
      at && collection.docs[at + 1]
    end

    def previous_doc
      at = collection.docs.index(self)
      at && at.positive? ? collection.docs[at - 1] : nil
    end

    def merge_data!(other, **)
      data.merge!(other)
    end

    def to_s
      content.to_s
    end

    def <=>(other)
      return nil unless other.respond_to?(:data)

      by_date = date <=> other.date
      by_date.nil? || by_date.zero? ? path <=> other.path : by_date
    end

    def hash
      whirl_id.hash
    end

    def eql?(other)
      other.equal?(self)
    end

    def method_missing(name, *arguments)
      data.key?(name.to_s) ? data[name.to_s] : super
    end

    def respond_to_missing?(name, all = false)
      data.key?(name.to_s) || super
    end
  end

  class Page
    include Renderable

    attr_writer :dir
    attr_accessor :name, :ext, :basename
    attr_reader :base
    alias extname ext

    def initialize(site, base, dir, name)
      @site = site
      @base = base
      @dir = dir
      @name = name
      process(name)
      read_yaml(File.join(base, dir.to_s), name)
    end

    def self.whirl_new(site, id)
      page = allocate
      page.instance_variable_set(:@site, site)
      page.instance_variable_set(:@base, site.source)
      page.whirl_id = id
      page
    end

    def process(name)
      @ext = File.extname(name)
      @basename = name[0..(-@ext.length - 1)]
    end

    def read_yaml(base, name, _options = {})
      text = File.read(File.join(base, name))
      @data = {}
      @content = text
      # Empty lines behind front matter belong to it.
      return unless text =~ /\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t\r]*(?:\n(?:[ \t\r\f\v]*\n)*|\z)/m

      @content = text[Regexp.last_match.end(0)..]
      @data = Whirl.ask(:yaml, Regexp.last_match(1)) || {}
    end

    def dir
      return @dir if whirl_id.nil?

      at = url
      at.end_with?('/') ? at : File.dirname(at).chomp('/').concat('/')
    end

    def path
      whirl_id ? whirl_read(:path) : relative_path
    end

    def relative_path
      whirl_id ? whirl_read(:relative_path) : File.join(*[@dir, @name].map(&:to_s).reject(&:empty?)).delete_prefix('/')
    end

    def url
      @url || (whirl_id ? whirl_read(:url) : Whirl.ask(:url, whirl_source))
    end

    def html?
      %w[.html .xhtml .htm].include?(output_ext)
    end

    def output_ext
      whirl_id ? super : renderer.output_ext
    end

    def destination(base)
      return super if whirl_id

      path = File.join(base, URL.unescape_path(url))
      path = File.join(path, 'index') if url.end_with?('/')
      path.end_with?(output_ext) ? path : path + output_ext
    end

    def index?
      basename == 'index'
    end

    def to_liquid(_attributes = nil)
      whirl_id ? super : data.merge('name' => name, 'path' => relative_path, 'url' => url, 'content' => content)
    end

    def [](key)
      whirl_id ? super : to_liquid[key.to_s]
    end

    # What the program makes a page of, and where it goes if the plugin says so.
    def whirl_parts
      whirl_places_itself? ? whirl_source.merge('url' => url) : whirl_source
    end

    def whirl_source
      { 'path' => relative_path, 'body' => whirl_body.to_s, 'data' => data }
    end

    def whirl_named
      @name = whirl_read(:name)
      @dir = whirl_read(:source_dir)
      process(@name)
    end
  end

  Renderable::WHIRL_OWNERS = [Renderable, Page].freeze

  class PageWithoutAFile < Page
    def read_yaml(*)
      @data ||= {}
    end
  end

  class StaticFile
    attr_reader :name, :site

    def initialize(site, base, dir, name, collection = nil)
      @site = site
      @base = base
      @dir = dir
      @name = name
      @collection = collection
      @whirl = nil
    end

    def self.whirl_new(site, fields)
      file = new(site, site.source, File.dirname(fields['relative_path']), File.basename(fields['relative_path']))
      file.instance_variable_set(:@whirl, fields)
      file.instance_variable_set(:@relative_path, fields['relative_path'])
      file
    end

    attr_reader :whirl

    # What the program makes a file of, which it copies; one with a `write` of its own writes itself.
    def whirl_parts
      parts = { 'root' => path.delete_suffix(relative_path).chomp('/'), 'path' => relative_path, 'url' => url, 'output_path' => destination('').delete_prefix('/'), 'data' => data }
      return parts.merge('own' => true) if whirl_writes_itself?

      stat = File.stat(path)
      parts.merge('size' => stat.size, 'mtime' => stat.mtime.to_f * 1000)
    end

    def whirl_writes_itself?
      method(:write).owner != StaticFile
    end

    def write?
      true
    end

    # The program copies it.
    def write(_dest)
      @whirl_copied = true
    end
    WHIRL_WRITE = instance_method(:write)

    # Whether it is copied, where plugins have a method of their own in the place of `write` for all files.
    def whirl_copied?(dest)
      @whirl_copied = false
      write(dest)
      @whirl_copied
    end

    def path
      @whirl ? @whirl['path'] : File.join(*[@base, @dir, @name].compact)
    end

    def relative_path
      @whirl ? @whirl['relative_path'] : File.join(*[@dir, @name].compact)
    end

    def url
      @whirl ? @whirl['url'] : relative_path
    end

    def extname
      File.extname(name)
    end

    def basename
      File.basename(name, '.*')
    end

    def data
      @data ||= @whirl ? @whirl['data'] : {}
    end

    def modified_time
      Time.at(@whirl ? @whirl['mtime'] : 0)
    end

    def mtime
      modified_time.to_i
    end

    def destination(base)
      File.join(base, url)
    end

    def to_liquid
      { 'basename' => basename, 'name' => name, 'extname' => extname, 'modified_time' => modified_time, 'path' => relative_path }
    end
  end

  class Layout
    attr_reader :name, :data, :content, :path

    def initialize(name, fields)
      @name = name
      @data = fields['data']
      @content = fields['content']
      @path = fields['path']
    end
  end

  class Collection
    attr_reader :site, :label, :metadata

    def initialize(site, label)
      @site = site
      @label = label
      @metadata = site.config.dig('collections', label) || {}
    end

    def docs
      @docs ||= (@whirl_docs = Whirl.ask(:documents, label)).map { |id| site.whirl_document(self, id) }
    end

    def files
      @files ||= site.static_files.select { |file| file.whirl && file.whirl['collection'] == label }
    end

    def write?
      metadata['output'] == true
    end

    attr_writer :docs

    # What there is now, where it is not what there was: documents by id, new ones by their parts.
    def whirl_changes
      return nil if @docs.nil?

      now = @docs.map { |document| document.whirl_id || { 'made' => document.whirl_parts } }
      now == @whirl_docs ? nil : now
    end

    def filtered_entries
      docs.map { |document| document.relative_path.delete_prefix("#{relative_directory}/") }
    end

    def entries
      filtered_entries
    end

    def url_template
      metadata.fetch('permalink') { '/:collection/:path' }
    end

    def to_liquid
      metadata.merge('label' => label, 'docs' => docs, 'files' => files, 'relative_directory' => relative_directory,
                     'directory' => directory, 'output' => write?)
    end

    def relative_directory
      "_#{label}"
    end

    def directory
      site.in_source_dir(site.config['collections_dir'].to_s, relative_directory)
    end

    def collection_dir(*files)
      files.empty? ? directory : site.in_source_dir(site.config['collections_dir'].to_s, relative_directory, *files)
    end

    def exists?
      File.directory?(directory)
    end

    def each(&block)
      docs.each(&block)
    end
    include Enumerable
  end

  class Site
    # What a site takes of its configuration when it is made; plugins change these as well.
    SETTINGS = %w[safe lsi highlighter baseurl exclude include future unpublished show_drafts limit_posts keep_files].freeze
    private_constant :SETTINGS

    attr_accessor :config, *SETTINGS
    attr_reader :source, :dest, :whirl_written

    def initialize
      @static_made = []
      @whirl_written = []
      @config = Whirl.ask(:config)
      SETTINGS.each { |name| instance_variable_set("@#{name}", @config[name]) }
      %w[exclude include keep_files].each { |name| instance_variable_set("@#{name}", (@config[name] ||= [])) }
      @whirl_config = Whirl::Wire.dump(@config)
      # The configuration has them as they were given, from where the command runs.
      @source = Whirl.ask(:root)
      @dest = Whirl.ask(:destination)
      whirl_forget
    end

    # What was read of a site as it was before.
    def whirl_forget
      @documents = {}
      @unnamed = []
      @pages = @static_files = @collections = @layouts = @data = nil
    end

    # Somebody asked for the text of a document: while templates are rendered it is another one later.
    def whirl_asked_texts
      @whirl_asked_texts = true
    end

    def whirl_forget_changed_texts
      return unless @whirl_asked_texts

      documents = Whirl.ask(:changed_texts).filter_map { |id| @documents[id] }
      documents.each { |document| document.whirl_forget_texts if document.whirl_text_as_read? }
    end

    # Builds the site once, as it is now. A plugin that has a method of its own in this place may do so several times.
    def process
      Whirl::Parts.build(self)
    end
    WHIRL_PROCESS = instance_method(:process)

    # The steps of that are the program's.
    %i[reset setup read generate render cleanup write print_stats ensure_not_in_dest].each { |name| define_method(name) {} }

    # What the program reads of the site where it is built in parts.
    def whirl_settings
      changed = %w[exclude include keep_files].to_h { |name| [name, instance_variable_get("@#{name}")] }
      @whirl_config = Whirl::Wire.dump(@config)
      { 'settings' => config.merge(changed.reject { |name, value| config[name] == value }), 'destination' => dest }
    end

    def time
      Whirl.ask(:time)
    end

    attr_writer :dest, :source

    def collections
      @collections ||= Whirl.ask(:collections).to_h { |label| [label, Collection.new(self, label)] }
    end

    def posts
      collections['posts']
    end

    def documents
      collections.values.flat_map(&:docs)
    end

    def docs_to_write
      documents
    end

    def pages
      @pages ||= (@whirl_pages = Whirl.ask(:pages)).map { |id| whirl_page(id) }
    end
    attr_writer :pages, :static_files

    def static_files
      @static_files ||= Whirl.ask(:static_files).map { |fields| StaticFile.whirl_new(self, fields) }
    end

    def data
      @data ||= Whirl.ask(:site_data).tap { |data| @whirl_data = Whirl::Wire.dump(data) }
    end
    attr_writer :data

    def layouts
      @layouts ||= Whirl.ask(:layouts).to_h { |name, fields| [name, Layout.new(name, fields)] }
    end

    def includes_load_paths
      [in_source_dir(config['includes_dir'] || '_includes')]
    end

    def tags
      post_attr_hash('tags')
    end

    def categories
      post_attr_hash('categories')
    end

    def post_attr_hash(name)
      posts.docs.each_with_object(Hash.new { |hash, key| hash[key] = [] }) do |post, found|
        Array(post.data[name]).each { |value| found[value.to_s] << post }
      end.each_value { |posts| posts.sort!.reverse! }
    end

    def each_site_file(&block)
      (pages + static_files + documents).each(&block)
    end

    def theme
      nil
    end

    def permalink_style
      (config['permalink'] || 'date').to_sym
    end

    def in_source_dir(*paths)
      paths.flatten.inject(source) { |base, path| Jekyll.sanitized_path(base, path) }
    end

    def in_dest_dir(*paths)
      paths.flatten.inject(dest) { |base, path| Jekyll.sanitized_path(base, path) }
    end

    def converters
      @converters ||= [Converters::Identity, Converters::Markdown, *Whirl.own(Converter)].uniq.map { |kind| kind.new(config) }
    end

    def generators
      @generators ||= Whirl.own(Generator).map { |kind| kind.new(config) }
    end

    def find_converter_instance(kind)
      converters.find { |converter| converter.instance_of?(kind) } || raise("No Converters found for #{kind}")
    end

    def frontmatter_defaults
      @frontmatter_defaults ||= FrontmatterDefaults.new(self)
    end

    def regenerator
      @regenerator ||= Regenerator.new(self)
    end

    def reader
      @reader ||= Reader.new(self)
    end

    def collection_names
      collections.keys
    end

    def incremental?(_override = {})
      false
    end

    def publisher
      @publisher ||= Publisher.new(self)
    end

    def related_posts(post)
      post.related_posts
    end

    def plugin_manager
      nil
    end

    # Templates find what a method of a plugin's in this place puts into its `site`.
    def site_payload
      { 'site' => Drops::SiteDrop.new(self), 'jekyll' => { 'version' => Jekyll::VERSION, 'environment' => Jekyll.env } }
    end

    WHIRL_PAYLOAD = instance_method(:site_payload)

    def file_read_opts
      { encoding: 'UTF-8' }
    end

    # The static files that there are now; those that write themselves are kept until it is time.
    def whirl_static_files
      @static_files.map do |file|
        next file.relative_path if file.whirl

        @static_made << file if file.whirl_writes_itself? && !@static_made.include?(file)
        { 'made' => file.whirl_parts }
      end
    end

    def whirl_write_static_files
      @static_made.each { |file| file.write(dest) }
    end

    # One object for each document and page, so that what a plugin changes is there when it looks again.
    def whirl_renderable(id)
      @documents[id] || begin
        label = Whirl.ask(:collection_of, id)
        label ? whirl_document(collections[label], id) : whirl_page(id)
      end
    end

    def whirl_document(collection, id)
      @documents[id] ||= Document.whirl_new(self, collection, id)
    end

    # Pages that lie in the data of one another are read one after another, not within one another.
    def whirl_page(id)
      return @documents[id] if @documents[id]

      @unnamed << (page = @documents[id] = Page.whirl_new(self, id))
      whirl_name_pages if @unnamed.size == 1
      page
    end

    def whirl_name_pages
      while @unnamed.any?
        @unnamed.first.whirl_named
        @unnamed.shift
      end
    ensure
      @unnamed.clear
    end

    # Whether plugins may want some of the static files not to be copied once all is rendered.
    def self.whirl_picks_files?
      StaticFile.instance_method(:write) != StaticFile::WHIRL_WRITE || Hooks.hooks.any? { |owner, event,| owner == 'site' && event == 'post_render' }
    end

    # Paths of the static files that are copied; nil: all of them.
    def whirl_copied
      return nil if @static_files.nil? && StaticFile.instance_method(:write) == StaticFile::WHIRL_WRITE

      static_files.select { |file| file.whirl && file.whirl_copied?(dest) }.map(&:relative_path)
    end

    # Outputs that were changed, by document.
    def whirl_outputs
      @documents.filter_map { |id, document| (made = document.whirl_changed_output) && [id, made] }.to_h
    end

    # What plugins made of the site, for the program.
    def whirl_changes
      changes = { 'documents' => @documents.filter_map { |id, document| (made = document.whirl_changes) && [id, made] }.to_h }
      if @pages
        changes['pages'] = @pages.map { |page| page.whirl_id || { 'made' => page.whirl_parts } }
      end
      changes['static_files'] = whirl_static_files if @static_files
      if @collections
        lists = @collections.filter_map { |label, collection| (now = collection.whirl_changes) && [label, now] }.to_h
        changes['collections'] = lists unless lists.empty?
      end
      now = Whirl::Wire.dump(@config)
      changes['config'] = Whirl::Dumped.new(@whirl_config = now) if now != @whirl_config
      changes['data'] = @data if @data && Whirl::Wire.dump(@data) != @whirl_data
      changes
    end
  end

  module Filters
    # Filters of the program, for modules and tags that include these.
    def method_missing(name, *arguments)
      return super unless Whirl.filter_names.include?(name.to_s)

      Whirl.wait(:filter, name, *arguments)
    end

    def respond_to_missing?(name, all = false)
      Whirl.filter_names.include?(name.to_s) || super
    end
  end

  # For tags that take the name of a variable, or else a text.
  module LiquidExtensions
    def lookup_variable(context, variable)
      variable.split('.').inject(context) { |found, name| found && found[name] } || variable
    end
  end

  module Drops
    class Drop < Liquid::Drop; end

    # The site as templates have it: what plugins put there is there for all of them.
    class SiteDrop < Drop
      WHIRL_FIELDS = %w[time pages posts docs documents collections data static_files tags categories html_pages source].freeze
      private_constant :WHIRL_FIELDS

      def initialize(site)
        super()
        @site = site
      end

      def whirl_changed?
        Whirl.alone? && @site.whirl_changed?
      end

      def [](key)
        key = key.to_s
        return @site.config[key] if @site.config.key?(key) && !WHIRL_FIELDS.include?(key)

        case key
        when 'posts' then @site.posts.docs.sort { |one, other| other <=> one }
        when 'html_pages' then @site.pages.select(&:html?)
        when 'collections' then @site.collections.values.sort_by(&:label)
        when *WHIRL_FIELDS then @site.public_send(key)
        else @site.collections[key]&.docs
        end
      end
      alias invoke_drop []

      def []=(key, value)
        @site.config[key.to_s] = value
      end

      def keys
        (@site.config.keys + WHIRL_FIELDS).uniq
      end

      def key?(key)
        keys.include?(key.to_s)
      end

      def to_h
        keys.to_h { |key| [key, self[key]] }
      end

      def each(&block)
        to_h.each(&block)
      end

      def merge!(values)
        values.each { |key, value| self[key] = value }
        self
      end
    end

    class DocumentDrop < Drop; end

    # Methods that plugins add are placeholders of permalinks.
    class UrlDrop < Drop
      WHIRL_OBJECT = instance_methods.freeze

      def initialize(document)
        super()
        @obj = document
      end

      def self.whirl_added
        (public_instance_methods - WHIRL_OBJECT).map(&:to_s)
      end
    end
  end

  # A store for a build, by name.
  class Cache
    @stores = {}

    def self.clear
      @stores.each_value(&:clear)
    end

    def self.store(name)
      @stores[name] ||= {}
    end

    def initialize(name)
      @store = self.class.store(name)
    end

    def [](key)
      @store.fetch(key)
    end

    def []=(key, value)
      @store[key] = value
    end

    def getset(key)
      @store.fetch(key) { @store[key] = yield }
    end

    def key?(key)
      @store.key?(key)
    end

    def delete(key)
      @store.delete(key)
    end

    def clear
      @store.clear
    end
  end
end
