# frozen_string_literal: true

# Nokogiri for XML that is read: the tree is that of the library of Ruby, in the nodes that HTML has.
module Nokogiri
  module XML
    # How XML is read; of these, whether texts of blanks are there is heeded.
    module ParseOptions
      STRICT = 0
      RECOVER = 1
      NOENT = 1 << 1
      NOERROR = 1 << 5
      NOWARNING = 1 << 6
      PEDANTIC = 1 << 7
      NOBLANKS = 1 << 8
      NONET = 1 << 11
      NOCDATA = 1 << 14
      DEFAULT_XML = RECOVER | NONET
    end

    class Document
      def self.parse(text, _url = nil, _encoding = nil, options = ParseOptions::DEFAULT_XML, *)
        require 'rexml/document'
        text = text.read if text.respond_to?(:read)
        document = new
        read = begin
          REXML::Document.new(text.to_s)
        rescue REXML::ParseException => error
          raise SyntaxError, error.message.lines.first.to_s.chomp
        end
        document.children = whirl_read(read, (options.to_i & ParseOptions::NOBLANKS) != 0)
        document
      end

      # The nodes below one of the library's.
      def self.whirl_read(parent, without_blanks)
        parent.children.filter_map do |child|
          case child
          when REXML::Element
            node = Node.new(child.name)
            child.attributes.each_attribute { |attribute| node.attribute_list[attribute.name] = attribute.value unless attribute.prefix == 'xmlns' || attribute.name == 'xmlns' }
            node.children = whirl_read(child, without_blanks)
            node
          when REXML::CData then CDATA.new(child.value)
          when REXML::Text then without_blanks && child.value.strip.empty? ? nil : Text.new(child.value)
          when REXML::Comment then Comment.new(child.string)
          end
        end
      end
      private_class_method :whirl_read
    end

    # What XML is held against is not read: nothing is valid by it.
    class Schema
      def initialize(*) = nil

      def validate(*)
        raise NotImplementedError, 'what stands for Nokogiri here does not validate'
      end

      def valid?(document)
        validate(document).empty?
      end
    end

    RelaxNG = Schema

    class << self
      def RelaxNG(*) = Schema.new
      def Schema(*) = Schema.new

      def parse(text, *given)
        Document.parse(text, *given)
      end
    end
  end

  def self.XML(text, *given)
    XML::Document.parse(text, *given)
  end
end
