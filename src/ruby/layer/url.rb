# frozen_string_literal: true

module Jekyll
  # A URL made of a template with placeholders, for plugins that have a scheme of their own.
  class URL
    KEPT = %r{[^\w.~!$&'()*+,;=:@/?-]}n
    ENCODED = /(?:%\h\h)+/
    private_constant :KEPT, :ENCODED

    class << self
      def escape_path(path)
        path.b.gsub(KEPT) { |byte| format('%%%02X', byte.ord) }.force_encoding('UTF-8')
      end

      def unescape_path(path)
        path.gsub(ENCODED) { |codes| [codes.delete('%')].pack('H*').force_encoding('UTF-8') }
      end
    end

    # Of `options`, `permalink` goes before `template`; `placeholders` is a hash, or a drop with a method for each.
    def initialize(options)
      @permalink, @template = options.values_at(:permalink, :template)
      @placeholders = options[:placeholders] || {}
      raise ArgumentError, 'One of :template or :permalink must be supplied.' unless @permalink || @template
    end

    def to_s
      whirl_clean(generated_permalink || generated_url)
    end

    def generated_permalink
      @generated_permalink ||= @permalink && generate_url(@permalink)
    end

    def generated_url
      @generated_url ||= generate_url(@template)
    end

    def generate_url(template)
      @placeholders.is_a?(Hash) ? whirl_of_hash(template) : whirl_of_drop(template)
    end

    private

    # The keys have their turns in the order of the hash; nil takes the slash before it along.
    def whirl_of_hash(template)
      @placeholders.inject(template) do |made, (key, value)|
        value.nil? ? made.gsub("/:#{key}", '') : made.gsub(":#{key}") { URL.escape_path(value) }
      end
    end

    def whirl_of_drop(template)
      template.gsub(/:([a-z_]+)/) do
        name = Regexp.last_match(1)
        name = name.chomp('_') unless @placeholders.respond_to?(name)
        rest = Regexp.last_match(1).delete_prefix(name)
        URL.escape_path(@placeholders.public_send(name).to_s) + rest
      end
    end

    def whirl_clean(text)
      "/#{text}".gsub('..', '/').gsub('./', '').squeeze('/')
    end
  end
end
