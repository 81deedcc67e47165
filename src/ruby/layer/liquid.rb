# frozen_string_literal: true

# What plugins use of Liquid. Templates are compiled and rendered by the program; tags, blocks, filters and drops of plugins are here.
module Liquid
  class Error < StandardError; end
  class ArgumentError < Error; end
  class ContextError < Error; end
  class FileSystemError < Error; end
  class StandardError < Error; end
  class SyntaxError < Error; end
  class StackLevelError < Error; end
  class UndefinedVariable < Error; end
  class UndefinedFilter < Error; end
  class ZeroDivisionError < Error; end

  # Pieces of markup that tags are written with.
  QuotedString = /"[^"]*"|'[^']*'/
  QuotedFragment = /#{QuotedString}|(?:[^\s,|'"]|#{QuotedString})+/o
  TagAttributes = /(\w+)\s*:\s*(#{QuotedFragment})/o
  VariableSignature = /\(?[\w\-.\[\]]\)?/
  VariableSegment = /[\w\-]/
  TagStart = /\{%/
  TagEnd = /%\}/
  VariableStart = /\{\{/
  VariableEnd = /\}\}/
  ArgumentSeparator = ','
  FilterArgumentSeparator = ':'
  VariableAttributeSeparator = '.'
  WhitespaceControl = '-'

  class Drop
    attr_writer :context

    def liquid_method_missing(_name)
      nil
    end

    def invoke_drop(name)
      name = name.to_s
      self.class.invokable?(name) ? public_send(name) : liquid_method_missing(name)
    end
    alias [] invoke_drop

    def key?(_name)
      true
    end

    def to_liquid
      self
    end

    def to_s
      self.class.name
    end

    def self.invokable?(name)
      invokable_methods.include?(name.to_s)
    end

    def self.invokable_methods
      (public_instance_methods - Drop.public_instance_methods - Object.public_instance_methods).map(&:to_s).to_set
    end
  end

  # What a tag knows of the template that it stands in.
  class ParseContext
    attr_accessor :line_number

    def initialize(line = nil)
      @line_number = line
    end

    def [](_key)
      nil
    end
  end

  class Tag
    attr_reader :tag_name, :line_number, :parse_context, :nodelist
    alias options parse_context

    def self.parse(tag_name, markup, tokens, parse_context)
      tag = new(tag_name, markup, parse_context)
      tag.parse(tokens)
      tag
    end

    class << self
      private :new
    end

    def initialize(tag_name, markup, parse_context)
      @tag_name = tag_name
      @markup = markup
      @parse_context = parse_context
      @line_number = parse_context.respond_to?(:line_number) ? parse_context.line_number : nil
    end

    def parse(_tokens); end

    def raw
      "#{@tag_name} #{@markup}"
    end

    def name
      self.class.name.downcase
    end

    def render(_context)
      ''
    end

    def blank?
      false
    end
  end

  class Block < Tag
    # The text between the tag and its end, as the program compiled it.
    class Body
      def render(context)
        Whirl.wait(:body, context.whirl_overlay)
      end

      def nodelist
        [self]
      end
    end

    def initialize(*)
      super
      @body = Body.new
    end

    def nodelist
      @body.nodelist
    end

    def render(context)
      @body.render(context)
    end

    def render_all(_nodes, context)
      @body.render(context)
    end

    def block_name
      @tag_name
    end

    def block_delimiter
      "end#{block_name}"
    end
  end

  class Raw < Block
  end

  # A text with `{{ }}` markup's inside, evaluated by the program.
  class Variable
    attr_reader :raw

    def initialize(markup, _parse_context = nil)
      @raw = markup
    end

    def render(context)
      context.whirl_output(@raw)
    end
  end

  module Expression
    def self.parse(markup)
      VariableLookup.parse(markup)
    end
  end

  class VariableLookup
    attr_reader :name

    def self.parse(markup)
      new(markup)
    end

    def initialize(markup)
      @name = markup
    end

    def evaluate(context)
      context[@name]
    end
  end

  # The variables of the template at work.
  class Context
    attr_reader :scopes, :registers

    def initialize(environments = {}, outer = {}, registers = {}, *)
      @environments = environments
      @scopes = [outer]
      @registers = registers
    end

    def [](key)
      (@scopes + whirl_given).each { |scope| return scope[key] if key.is_a?(String) && scope.key?(key) }
      whirl_same(key.to_s, Whirl.ask(:evaluate, key.to_s))
    end

    # The object that plugins had for `value` before in this rendering: what they change of it stays.
    def whirl_same(key, value)
      return (@registers[:whirl_drops] ||= {})[value.number] ||= value if value.is_a?(Whirl::HostDrop)

      object, wire = whirl_assigned[key]
      wire && wire == Whirl::Wire.dump(value) ? object : value
    end

    # Lists and hashes that plugins assigned in this rendering, by name, each with what the template was given of it.
    def whirl_assigned
      @registers[:whirl_assigned] ||= {}
    end

    # Gives the template what plugins changed of them since.
    def whirl_assign_changed
      @registers[:whirl_assigned]&.each { |key, (object, wire)| self[key] = object if wire != Whirl::Wire.dump(object) }
    end

    def evaluate(object)
      object.respond_to?(:evaluate) ? object.evaluate(self) : object
    end

    def find_variable(key)
      self[key]
    end

    def key?(key)
      !self[key].nil?
    end

    def []=(key, value)
      if @scopes.size > 1 then @scopes.first[key] = value
      else
        Whirl.ask(:assign, key.to_s, value)
        case value
        when Array, Hash then whirl_assigned[key.to_s] = [value, Whirl::Wire.dump(value)]
        else @registers[:whirl_assigned]&.delete(key.to_s)
        end
      end
    end

    def stack(scope = {})
      @scopes.unshift(scope)
      yield
    ensure
      @scopes.shift
    end

    def push(scope = {})
      @scopes.unshift(scope)
    end

    def pop
      @scopes.shift
    end

    def merge(values)
      values.each { |key, value| self[key] = value }
    end

    def environments
      [Environment.new(self)]
    end

    def strainer
      Whirl::Filters.new(self)
    end

    def invoke(name, *arguments)
      strainer.public_send(name, *arguments)
    end

    def whirl_output(markup)
      Whirl.ask(:output, markup)
    end

    # What the blocks in the scopes put on top of the template's own variables.
    def whirl_overlay
      (@scopes + whirl_given).reverse.inject({}, :merge)
    end

    # Environments that a plugin made a context of.
    def whirl_given
      @whirl_given ||= [@environments].flatten.select { |each| each.is_a?(Hash) }
    end
  end

  # What templates find below their scopes. What plugins put there stays for the whole build, as Jekyll has one payload for all.
  class Environment
    @own = {}

    class << self
      attr_reader :own
    end

    def initialize(context)
      @context = context
    end

    def [](key)
      self.class.own.fetch(key.to_s) { @context[key.to_s] }
    end

    def []=(key, value)
      self.class.own[key.to_s] = value
    end

    def key?(key)
      !self[key].nil?
    end
    alias has_key? key?

    def dig(key, *rest)
      rest.inject(self[key]) { |value, each| value && value[each] }
    end

    def delete(key)
      self.class.own.delete(key.to_s)
    end

    def merge(values)
      values.each { |key, value| self[key] = value }
      self
    end
    alias merge! merge

    def to_liquid
      self
    end
  end

  # Filters of plugins find each other, and those of the program, on one object.
  module StandardFilters
  end

  class Template
    @tags = {}
    @filters = []

    class << self
      attr_reader :tags, :filters
      attr_accessor :error_mode

      def register_tag(name, tag)
        @tags[name.to_s] = tag
      end

      # What Liquid knows already is not looked through again.
      def register_filter(filters)
        @filters << filters unless [StandardFilters, Jekyll::Filters, *@filters].include?(filters)
      end

      def parse(source, _options = {})
        new(source)
      end
    end

    def initialize(source)
      @source = source.to_s
      @root = nil
    end

    def render(data = {}, options = {})
      return @source unless @source.include?('{{') || @source.include?('{%')

      Whirl.template(@source, data.is_a?(Context) ? data.whirl_overlay : data)
    end
    alias render! render

    def errors
      []
    end

    def warnings
      []
    end
  end

  # Where the names of files of templates are looked for; only named by plugins.
  class BlankFileSystem
  end
end

class Object
  def to_liquid
    self
  end
end
