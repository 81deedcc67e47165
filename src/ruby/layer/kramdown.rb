# frozen_string_literal: true

# Markdown by itself, and kramdown's HTML converter as plugins change it. The program reads and writes Markdown; it asks for the
# elements that plugins have a method of their own for, and only for those.
module Kramdown
  VERSION = '2.4.0'

  class Error < RuntimeError; end

  # What plugins change that nothing calls.
  module WhirlChanges
    @all = []

    class << self
      # [name of the class and method, file, line]
      attr_reader :all

      def add(where, name, method)
        file, line = method.source_location
        @all << ["#{where}##{name}", file, line] if file&.start_with?('/') && where.whirl_uncalled?(name)
      end
    end

    def method_added(name)
      super
      WhirlChanges.add(self, name, instance_method(name))
    end

    def prepend(*modules)
      super
      modules.each do |each|
        each.instance_methods(false).each { |name| WhirlChanges.add(self, name, each.instance_method(name)) }
      end
    end
  end

  # A part of a text. What the program showed has a number, and is known again by it.
  class Element
    attr_accessor :type, :value, :children
    attr_reader :attr, :options
    attr_accessor :whirl_number, :whirl_was

    def initialize(type, value = nil, attr = nil, options = nil)
      @type = type
      @value = value
      @attr = attr || {}
      @options = options || {}
      @children = []
    end

    BLOCKS = %i[blank p header blockquote codeblock ul ol li dl dt dd table td thead tbody tfoot tr hr root].freeze
    private_constant :BLOCKS

    def self.category(element)
      element.options[:category] || (BLOCKS.include?(element.type) ? :block : :span)
    end

    def block?
      self.class.category(self) == :block
    end

    def span?
      !block?
    end

    def inspect
      parts = [value.nil? ? nil : "value=#{value.inspect}"]
      parts += %i[attr options children].map { |name| (all = public_send(name)).empty? ? nil : "#{name}=#{all.inspect}" }
      "<kd:#{type}#{parts.compact.map { |part| " #{part}" }.join}>"
    end
  end

  # Elements on their way between the program and plugins.
  class WhirlElements
    SYMBOLS = %w[category content_model].freeze
    SENT = %i[level raw_text fenced lang category content_model is_closed transparent alignment name].freeze
    private_constant :SYMBOLS, :SENT

    def initialize
      @known = {}
      @made = 0
    end

    # What the program shows.
    def load(shown)
      return @known.fetch(shown) if shown.is_a?(Integer)

      number, type, value, attributes, options, children = shown
      @known[number] ||= begin
        element = Element.new(type.to_sym, value_of(type, value), attributes.each_slice(2).to_h, options_of(options))
        element.children = children.map { |child| load(child) }
        element.whirl_number = number
        element.whirl_was = state(element)
        element
      end
    end

    # What the program is given: the number of what is as it knows it.
    def dump(element)
      raise NotImplementedError, "plugins in Ruby have no element #{element.type.inspect} here" unless Converter::Html.method_defined?("convert_#{element.type}")

      children = element.children.map { |child| dump(child) }
      now = state(element)
      return element.whirl_number if now == element.whirl_was && children.all?(Integer)

      number = element.whirl_number || (@made -= 1)
      @known[number] = element
      element.whirl_number = number
      element.whirl_was = now
      attributes = element.attr.flat_map { |name, value| [name.to_s, value&.to_s] }
      [number, element.type.to_s, wire_of(element), attributes, sent_options(element), children]
    end

    private

    def state(element)
      [element.type, element.value.dup, element.attr.dup, element.options.dup, element.children.map(&:object_id)]
    end

    def value_of(type, value)
      case type
      when 'entity' then Utils::Entities.entity(value)
      when 'smart_quote', 'typographic_sym' then value.to_sym
      else value
      end
    end

    def wire_of(element)
      element.value.respond_to?(:code_point) ? element.value.code_point : element.value&.to_s
    end

    def options_of(options)
      options.each_slice(2).to_h do |name, value|
        next [:ial, { refs: value }] if name == 'refs'

        [name.to_sym, SYMBOLS.include?(name) ? value.to_sym : name == 'alignment' ? value.map(&:to_sym) : value]
      end
    end

    def sent_options(element)
      SENT.filter_map do |name|
        value = element.options[name]
        [name.to_s, value.is_a?(Symbol) ? value.to_s : value.is_a?(Array) ? value.map(&:to_s) : value] unless value.nil?
      end.flatten(1)
    end
  end

  module Utils
    def self.camelize(name)
      name.split('_').map { |part| part[0].to_s.upcase + part[1..].to_s }.join
    end

    def self.snake_case(name)
      name.gsub(/([A-Z\d]+)([A-Z][a-z])/, '\1_\2').gsub(/([a-z])([A-Z\d])/, '\1_\2').downcase
    end

    module Entities
      Entity = Struct.new(:code_point, :name) do
        def char
          code_point.chr(Encoding::UTF_8)
        end
      end
      NAMES = {
        'nbsp' => 160, 'amp' => 38, 'lt' => 60, 'gt' => 62, 'quot' => 34, 'copy' => 169, 'laquo' => 171, 'raquo' => 187, 'ndash' => 8211,
        'mdash' => 8212, 'lsquo' => 8216, 'rsquo' => 8217, 'ldquo' => 8220, 'rdquo' => 8221, 'hellip' => 8230
      }.freeze
      private_constant :NAMES

      def self.entity(point_or_name)
        point = point_or_name.is_a?(Integer) ? point_or_name : NAMES[point_or_name.to_s]
        raise Kramdown::Error, "Can't handle entity #{point_or_name}" if point.nil?

        Entity.new(point, NAMES.key(point))
      end
    end

    module Html
      ESCAPED = { '&' => '&amp;', '<' => '&lt;', '>' => '&gt;', '"' => '&quot;' }.freeze
      ENTITY = '&(?![\w:][\w:.-]*;|#\d+;|#x[0-9a-fA-F]+;)'
      ESCAPES = { all: /[<>"&]/, text: /#{ENTITY}|[<>]/, attribute: /#{ENTITY}|[<>"]/ }.freeze
      private_constant :ESCAPED, :ENTITY, :ESCAPES

      def escape_html(text, kind = :all)
        text.gsub(ESCAPES[kind]) { |found| ESCAPED[found] }
      end

      def html_attributes(attributes)
        attributes.map do |name, value|
          value.nil? || (name == 'id' && value.strip.empty?) ? '' : " #{name}=\"#{escape_html(value.to_s, :attribute)}\""
        end.join
      end

      def entity_to_str(entity, _original = nil)
        escape_html(entity.char, :text)
      end
    end
  end

  # Options as kramdown documents them.
  module Options
    class Boolean; end

    DEFAULTS = {
      template: '', auto_ids: true, auto_id_stripping: false, auto_id_prefix: '', transliterated_header_ids: false, parse_block_html: false,
      parse_span_html: true, html_to_native: false, link_defs: {}, footnote_nr: 1, entity_output: :as_char, toc_levels: [1, 2, 3, 4, 5, 6],
      line_width: 72, smart_quotes: %w[lsquo rsquo ldquo rdquo], typographic_symbols: {}, header_offset: 0, syntax_highlighter: :rouge,
      syntax_highlighter_opts: {}, math_engine: :mathjax, math_engine_opts: {}, footnote_backlink: '&#8617;', footnote_backlink_inline: false,
      footnote_prefix: '', footnote_link_text: '%s', remove_line_breaks_for_cjk: false, forbidden_inline_options: %w[template], list_indent: 2,
      hard_wrap: true, gfm_quirks: [:paragraph_end], gfm_emojis: false, header_links: false, input: nil
    }.freeze
    private_constant :DEFAULTS
    @defined = DEFAULTS.dup

    class << self
      def defaults
        @defined.dup
      end

      def define(name, _type, default, _description = nil)
        @defined[name.to_sym] = default
      end

      def defined?(name)
        @defined.key?(name.to_sym)
      end

      def merge(options)
        options.each_with_object(defaults) do |(name, value), all|
          all[name.to_sym] = parse(name.to_sym, value) if @defined.key?(name.to_sym)
        end
      end

      def parse(name, value)
        case DEFAULTS[name]
        when Symbol then value.is_a?(String) ? value.to_sym : value
        when true, false then value.is_a?(String) ? !%w[false no nil].include?(value.downcase.strip) : value
        when Integer then Integer(value)
        when Array then name == :toc_levels ? levels(value) : value.is_a?(String) ? value.split(/\s*,\s*/) : value
        when Hash then name.to_s.end_with?('_opts') && value.is_a?(Hash) ? value.transform_keys(&:to_sym) : value
        else value
        end
      end

      private

      def levels(value)
        return value unless value.is_a?(String)

        value =~ /\A\s*(\d)\.\.(\d)\s*\z/ ? ($1.to_i..$2.to_i).to_a : value.split(/\s*,\s*/).map(&:to_i)
      end
    end
  end

  module Converter
    class Base
      extend WhirlChanges

      attr_reader :options, :root, :warnings, :data
      attr_accessor :whirl_elements

      def self.whirl_uncalled?(_name)
        true
      end

      def initialize(root, options)
        @root = root
        @options = options
        @data = {}
        @warnings = []
      end

      def warning(text)
        @warnings << text
      end
    end

    class Html < Base
      include Utils::Html

      attr_accessor :indent

      def initialize(root, options)
        super
        @footnote_counter = @footnote_start = @options[:footnote_nr]
        @footnotes = []
        @footnotes_by_name = {}
        @footnote_location = nil
        @toc = []
        @toc_code = nil
        @indent = 2
        @stack = []
      end

      TYPES = %i[
        text p smart_quote typographic_sym entity br a em strong img codespan header li dd dt ul ol dl blockquote thead tbody tfoot tr table td
        codeblock hr html_element xml_comment xml_pi comment raw math footnote abbreviation blank
      ].freeze
      # Each is what the program makes of the element; those of plugins take their place.
      TYPES.each do |type|
        define_method("convert_#{type}") { |element, indent| Whirl.wait(:kramdown_written, whirl_elements.dump(element), indent) }
      end

      def convert(element, indent = -@indent)
        send("convert_#{element.type}", element, indent)
      end

      def inner(element, indent)
        return element.children.map { |child| escape_html(child.value, :text) }.join if whirl_text?(element)

        @stack.push(element)
        Whirl.wait(:kramdown_inner, whirl_elements.dump(element), indent)
      ensure
        @stack.delete_at(-1) if @stack.last.equal?(element)
      end

      def format_as_span_html(name, attributes, body)
        "<#{name}#{html_attributes(attributes)}>#{body}</#{name}>"
      end

      def format_as_block_html(name, attributes, body, indent)
        "#{' ' * indent}<#{name}#{html_attributes(attributes)}>#{body}</#{name}>\n"
      end

      def format_as_indented_block_html(name, attributes, body, indent)
        "#{' ' * indent}<#{name}#{html_attributes(attributes)}>\n#{body}#{' ' * indent}</#{name}>\n"
      end

      def generate_id(text)
        Whirl.ask(:kramdown_id, text.to_s)
      end

      def in_toc?(element)
        @options[:toc_levels].include?(element.options[:level]) && !element.attr['class'].to_s.match?(/\bno_toc\b/)
      end

      def output_header_level(level)
        (level + @options[:header_offset]).clamp(1, 6)
      end

      def extract_code_language(attributes)
        attributes['class'].to_s[/\blanguage-\S+/]&.delete_prefix('language-')
      end

      def extract_code_language!(attributes)
        language = extract_code_language(attributes)
        attributes['class'] = attributes['class'].sub(/\blanguage-\S+/, '').strip if language
        attributes.delete('class') if attributes['class'].to_s.empty?
        language
      end

      def highlight_code(text, language, kind, options = {})
        made = Whirl.ask(:kramdown_coloured, text, language, kind)
        options[:default_lang] = @options[:syntax_highlighter_opts][:default_lang] if made
        made
      end

      def add_syntax_highlighter_to_class_attr(attributes, language = nil)
        name = "highlighter-#{@options[:syntax_highlighter]}"
        attributes['class'] = [attributes['class'], name].compact.join(' ')
        attributes['class'] = attributes['class'].sub(/\blanguage-\S+|(^)/) { "language-#{language}#{' ' if $1}" } if language
      end

      WHIRL_OWN = instance_methods.to_h { |name| [name, instance_method(name)] }.freeze
      private_constant :WHIRL_OWN

      class << self
        # Types of elements that plugins have a method of their own for.
        def whirl_types
          TYPES.select { |type| whirl_changed?("convert_#{type}".to_sym) }
        end

        # Methods that only those which the program asks for call.
        def whirl_uncalled?(name)
          (WHIRL_OWN.key?(name) || %i[convert_root convert_standalone_image footnote_content generate_toc_tree].include?(name)) &&
            !TYPES.include?(name.to_s.delete_prefix('convert_').to_sym)
        end

        private

        def whirl_changed?(name)
          now = instance_method(name)
          own = WHIRL_OWN[name]
          now.owner != own.owner || now.source_location != own.source_location
        end
      end

      # An element of the text that this converter is for.
      def whirl_convert(shown, indent)
        element = whirl_elements.load(shown)
        before = @toc.size
        made = send("convert_#{element.type}", element, indent)
        @toc.drop(before).each do |level, id, children|
          Whirl.ask(:kramdown_contents, level, id.to_s, children.map { |child| whirl_elements.dump(child) })
        end
        made
      end

      private

      # Texts need nobody else, unless a plugin writes them.
      def whirl_text?(element)
        @whirl_types ||= self.class.whirl_types
        element.children.all? { |child| child.type == :text } && !@whirl_types.include?(:text)
      end
    end

    class Markdown; end
  end

  module Parser
    # Plugins have parsers that are never called: what their code refers to is there.
    class Base
      extend WhirlChanges

      def self.whirl_uncalled?(_name)
        true
      end

      def self.define_parser(*); end

      def self.const_missing(name)
        return super unless name.match?(/\A[A-Z][A-Z_\d]+\z/)

        place = caller_locations(1, 1).first
        ::Kramdown::WhirlChanges.all << ["#{self}::#{name}", place.path, place.lineno] if place.path.start_with?('/')
        //
      end
    end

    class Kramdown < Base
      OPT_SPACE = / {0,3}/
      @@parsers = {}
    end

    class GFM < Kramdown
      NON_WORD_RE = /[^\p{Word}\- \t]/
    end

    class Markdown < Kramdown
    end

    class Html < Base
    end
  end

  class Document
    attr_reader :options, :warnings

    def initialize(source, options = {})
      @source = source
      @given = options
      @options = Options.merge(options)
      @warnings = []
      input = (options[:input] || options['input']).to_s
      return if input.empty? || !Parser.const_defined?(name = Utils.camelize(input), false)
      return unless Parser.const_get(name).instance_methods(false).any?

      raise NotImplementedError, "plugins in Ruby have no parsers for kramdown: Kramdown::Parser::#{name} is not called"
    end

    def to_html
      whirl_convert(Converter::Html)
    end

    def method_missing(name, *arguments)
      kind = name.start_with?('to_') && whirl_converter(name.to_s.delete_prefix('to_'))
      kind ? whirl_convert(kind) : super
    end

    def respond_to_missing?(name, all = false)
      (name.start_with?('to_') && !whirl_converter(name.to_s.delete_prefix('to_')).nil?) || super
    end

    private

    def whirl_converter(name)
      name = Utils.camelize(name)
      kind = Converter.const_get(name) if name.match?(/\A[A-Z]\w*\z/) && Converter.const_defined?(name, false)
      return kind if kind.nil? || (kind.is_a?(Class) && kind <= Converter::Html)

      raise NotImplementedError, "plugins in Ruby have no converters of kramdown's but those made of Html: #{kind} is none"
    end

    def whirl_convert(kind)
      types = kind.whirl_types
      return Whirl.ask(:kramdown, @source, @given) if types.empty?

      Whirl.wait(:kramdown, @source, @given, kind.name, types)
    end
  end
end

module Whirl
  # Texts that are converted within one another: more than that many are not at work at once.
  TEXTS = 64
  private_constant :TEXTS
  @texts = {}
  @text = 0

  class << self
    # A converter for one text; a number for it.
    def kramdown_converter(name, options)
      converter = Object.const_get(name).new(Kramdown::Element.new(:root), Kramdown::Options.merge(options))
      converter.whirl_elements = Kramdown::WhirlElements.new
      @texts[@text += 1] = converter
      @texts.shift if @texts.size > TEXTS
      @text
    end

    def kramdown_element(number, shown, indent)
      converter = @texts.delete(number)
      @texts[number] = converter
      converter.whirl_convert(shown, indent).to_s
    end
  end
end
