# frozen_string_literal: true

# How this side speaks with the program: it is given jobs, one text each, and asks questions while it does them.
require 'json'
require 'date'
require 'time'
require 'yaml'
require 'set'
require 'js'
require 'digest'
require 'erb'
require 'uri'
require 'cgi/escape'
require 'fileutils'
require 'pathname'
require 'forwardable'

# Gems that are part of Ruby, where RubyGems is not there to find them.
$LOAD_PATH.concat(Dir.glob('/usr/local/lib/ruby/gems/*/gems/*/lib')) unless defined?(Gem)

module Whirl
  # What is said with it reaches the program as text; nothing of JavaScript is run.
  HOST = JS.method(:eval)
  private_constant :HOST
  Object.send(:remove_const, :JS)

  # Raised where the program could not answer: the program knows why by `number` and says so itself if nobody rescues it.
  class HostError < StandardError
    attr_reader :number

    def initialize(message, number)
      super(message)
      @number = number
    end
  end

  # What is on the wire already.
  Dumped = Struct.new(:wire)

  # Objects of this side that the program knows by number.
  module Held
    @objects = []

    def self.add(object)
      @objects << object
      @objects.size - 1
    end

    def self.[](number)
      @objects[number]
    end
  end

  # Values as `bridge/wire.ts` has them.
  module Wire
    module_function

    def dump(value)
      case value
      when nil, true, false then value
      when Dumped then value.wire
      when String then value.encoding == Encoding::UTF_8 && value.valid_encoding? ? value : value.encode('UTF-8', invalid: :replace, undef: :replace)
      when Symbol then value.to_s
      when Integer then value.abs < 9_007_199_254_740_992 ? value : { '$' => 'integer', 'of' => value.to_s }
      when Float then value.finite? && value % 1 != 0 ? value : { '$' => 'float', 'of' => value.to_s }
      when Array, Set then value.map { |item| dump(item) }
      when Hash then { '$' => 'hash', 'of' => value.flat_map { |key, item| [dump(key), dump(item)] } }
      when Time then { '$' => 'time', 'of' => [value.to_i, value.nsec, value.utc_offset, value.utc?] }
      when DateTime then dump(value.to_time)
      when Date then { '$' => 'date', 'of' => [value.year, value.month, value.day] }
      when HostDrop then { '$' => 'drop', 'of' => value.number }
      # The program knows the site as it was before the generator at work.
      when Jekyll::Drops::SiteDrop
        value.whirl_changed? ? { '$' => 'object', 'of' => Held.add(value) } : { '$' => 'drop', 'of' => Whirl.ask(:site_drop).number }
      when Liquid::Drop then { '$' => 'object', 'of' => Held.add(value) }
      when Jekyll::Document, Jekyll::Page
        value.whirl_id ? { '$' => 'document', 'of' => value.whirl_id } : dump(value.to_liquid)
      else
        liquid = value.respond_to?(:to_liquid) ? value.to_liquid : value
        if !liquid.equal?(value) then dump(liquid)
        elsif value.respond_to?(:to_h) then dump(value.to_h)
        else value.to_s
        end
      end
    end

    def load(wire)
      case wire
      when Array then wire.map { |item| load(item) }
      when Hash
        of = wire['of']
        case wire['$']
        when 'hash' then of.each_slice(2).to_h { |key, item| [load(key), load(item)] }
        when 'float' then of == 'NaN' ? Float::NAN : of.end_with?('Infinity') ? (of[0] == '-' ? -1 : 1) * Float::INFINITY : of.to_f
        when 'integer' then of.to_i
        when 'time' then time(*of)
        when 'date' then Date.new(*of)
        when 'drop' then HostDrop.new(of)
        when 'object' then Held[of]
        when 'document' then Jekyll.site.whirl_renderable(of)
        end
      else wire
      end
    end

    def time(seconds, nanos, offset, utc)
      at = Time.at(seconds, nanos, :nsec)
      utc ? at.utc : at.getlocal(offset)
    end
  end

  # Jobs are done in fibers, each of which waits where the program has to work, and maybe to give another job, first.
  module Jobs
    @idle = []
    @waiting = {}
    @count = 0

    class << self
      # Does the job that the program has; the text says what came of it, or what the job needs first.
      def start
        kind, *arguments = JSON.parse(HOST.call('job').to_s)
        fiber = @idle.pop || Fiber.new { |job| work(job) }
        turn(fiber, [kind, arguments])
      end

      # Goes on with the job that waits for what the program now has.
      def resume
        number, answer = JSON.parse(HOST.call('answer').to_s)
        turn(@waiting.delete(number), answer)
      end

      # What is said where the stack of the program had no room for what plugins do while they load. It is called above all that
      # lies there, so a trace begins with it.
      def too_deep
        error = SystemStackError.new('stack level too deep')
        error.set_backtrace(caller)
        JSON.generate('failed' => Whirl.fault(error))
      end

      # What the program answers at once, or where it says that it cannot, once it has worked for it.
      def ask(name, *arguments)
        question = JSON.generate([name, *arguments.map { |each| Wire.dump(each) }])
        answer = JSON.parse(HOST.call(question).to_s)
        answer = Fiber.yield([:ask, question]) if answer == 'later'
        understood(answer)
      end

      # What the program has to work for, and may give other jobs for.
      def wait(name, *arguments)
        understood(Fiber.yield([:ask, JSON.generate([name, *arguments.map { |each| Wire.dump(each) }])]))
      end

      private

      def understood(answer)
        raise HostError.new(*answer['error']) if answer.key?('error')

        Wire.load(answer['ok'])
      end

      def work(job)
        loop do
          kind, arguments = job
          made = begin
            [:done, Wire.dump(Whirl.public_send(kind, *arguments.map { |each| Wire.load(each) }))]
          rescue HostError => error
            [:failed, { 'number' => error.number, 'message' => error.message }]
          rescue SystemExit, Exception => error # rubocop:disable Lint/RescueException
            [:failed, Whirl.fault(error)]
          end
          job = Fiber.yield(made)
        end
      end

      def turn(fiber, given)
        kind, what = fiber.resume(given)
        if kind == :ask
          @waiting[@count += 1] = fiber
          return %({"ask":#{what},"number":#{@count}})
        end
        @idle << fiber
        JSON.generate(kind.to_s => what)
      end
    end
  end

  # What an error says of itself, with the first line of the site's own files in its trace.
  def self.fault(error)
    places = (error.backtrace || []).filter_map { |line| line[/\A(.+?):(\d+)/] && [$1, $2.to_i] }
    file, line = places.find { |place, _| place.start_with?(site_root) } || places.first
    file, line = @loading, nil if @loading && !(file && file.start_with?(site_root))
    # What cannot be parsed is in no trace.
    file, line = $1, $2.to_i if error.is_a?(SyntaxError) && error.message =~ /\A(#{Regexp.escape(site_root)}[^:\n]+):(\d+):/
    { 'class' => error.class.name, 'message' => error.message + limit_of(error), 'file' => file, 'line' => line }
  end

  # What the message of an error about a file does not say: that it is for the plugin that it is not there.
  def self.limit_of(error)
    return '' unless error.is_a?(SystemCallError)

    place = error.message[/ - \(?([^()]+)/, 1] || error.message[/ - (.+)/, 1]
    return '' if place.nil?
    return ' (plugins in Ruby have the files below the site, and no others)' unless File.expand_path(place).start_with?(site_root)
    return '' unless error.is_a?(Errno::EPERM) || error.is_a?(Errno::EROFS)

    ' (plugins in Ruby do not write what is hidden, a setting or a plugin)'
  end

  # Whether the file is one of Jekyll's own where that is installed: the layer stands for it.
  def self.stood_for?(feature)
    return false unless defined?(Gem::Specification) && feature.match?(%r{\A(?:jekyll|liquid|kramdown)/})

    @stood_for ||= %w[jekyll liquid kramdown].flat_map do |name|
      Gem::Specification.find_by_name(name).full_require_paths
    rescue Gem::MissingSpecError
      []
    end
    @stood_for.any? { |folder| File.file?("#{folder}/#{feature.delete_suffix('.rb')}.rb") }
  end

  def self.site_root
    @site_root ||= ask(:root)
  end

  def self.ask(name, *arguments)
    Jobs.ask(name, *arguments)
  end

  def self.wait(name, *arguments)
    Jobs.wait(name, *arguments)
  end

  # An object of the program whose fields are asked for one by one.
  class HostDrop
    attr_reader :number

    def initialize(number)
      @number = number
    end

    def [](key)
      key = key.to_s
      @own&.key?(key) ? @own[key] : Whirl.ask(:field, self, key)
    end
    alias invoke_drop []

    # What a plugin puts there is for plugins, as long as they have hold of this object.
    def []=(key, value)
      (@own ||= {})[key.to_s] = value
    end

    # What plugins ask of the document that it shows.
    def data
      self
    end

    %w[url path title content date excerpt].each { |name| define_method(name) { self[name] } }

    def key?(key)
      keys.include?(key.to_s)
    end

    def keys
      Whirl.ask(:keys, self) | (@own || {}).keys
    end

    def to_h
      keys.to_h { |key| [key, self[key]] }
    end
    alias to_hash to_h

    def each(&block)
      to_h.each(&block)
    end

    def to_liquid
      self
    end

    def to_s
      Whirl.ask(:text, self)
    end

    def inspect
      to_h.inspect
    end
  end
end

# What stands for Jekyll and Liquid is there; gems that the machine has are found when somebody asks.
module Kernel
  # The program converts Markdown: engines with native code are named by gems that never call them.
  WHIRL_LOADED = (%w[jekyll liquid kramdown] + (defined?(Gem) ? [] : %w[open3 nokogiri rouge redcarpet rubygems bundler/setup net/http net/https open-uri openssl faraday httparty feedjira jekyll-last-modified-at])).freeze
  private_constant :WHIRL_LOADED
  alias whirl_require require

  def require(name)
    wanted = name.respond_to?(:to_path) ? name.to_path : name.to_s
    return false if WHIRL_LOADED.include?(wanted) || Whirl.stood_for?(wanted)

    begin
      whirl_require(wanted)
    rescue LoadError => error
      raise unless error.path == wanted

      library = Whirl.ask(:library, wanted)
      if library.nil? || $LOAD_PATH.include?(library)
        return false if wanted.match?(%r{\A(?:jekyll|liquid|kramdown|rouge)[/-]})

        raise
      end
      $LOAD_PATH << library
      whirl_require(wanted)
    end
  end

  unless defined?(Gem)
    def gem(*)
      true
    end
  end
end
