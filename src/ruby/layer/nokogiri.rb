# frozen_string_literal: true

# What plugins use of Nokogiri for HTML: the program reads and prints it, the tree is here. Whole documents have the tree of
# their body; what stands around it stays as it is.
module Nokogiri
  class SyntaxError < StandardError; end

  module XML
    class SyntaxError < Nokogiri::SyntaxError; end

    # What all nodes have in common.
    class Node
      attr_accessor :name, :parent
      attr_reader :children_list, :attribute_list
      alias node_name name

      def initialize(name, document = nil)
        @name = name
        @document = document
        @children_list = []
        @attribute_list = {}
      end

      attr_reader :document

      def element? = true
      def text? = false
      def comment? = false
      def fragment? = false
      alias elem? element?

      def [](key)
        @attribute_list[key.to_s]
      end
      alias get_attribute []

      def attr(key)
        self[key]
      end

      def []=(key, value)
        @attribute_list[key.to_s] = value.to_s
      end
      alias set_attribute []=

      def key?(key)
        @attribute_list.key?(key.to_s)
      end
      alias has_attribute? key?

      def keys = @attribute_list.keys
      def values = @attribute_list.values

      def attributes
        @attribute_list.to_h { |key, value| [key, Attribute.new(key, value)] }
      end

      def each(&block)
        @attribute_list.to_a.each(&block)
      end

      def remove_attribute(key)
        @attribute_list.delete(key.to_s)
      end
      alias delete remove_attribute

      def classes
        (self['class'] || '').split
      end

      def add_class(names)
        self['class'] = (classes | names.to_s.split).join(' ')
        self
      end

      def append_class(names)
        self['class'] = (classes + names.to_s.split).join(' ')
        self
      end

      def remove_class(names = nil)
        left = names ? classes - names.to_s.split : []
        left.empty? ? remove_attribute('class') : self['class'] = left.join(' ')
        self
      end

      def name=(name)
        @name = name.to_s
      end
      alias node_name= name=

      def content
        @children_list.map { |child| child.comment? ? '' : child.content }.join
      end
      alias text content
      alias inner_text content

      def content=(text)
        whirl_replace_children([Text.new(text.to_s)])
      end

      def children
        NodeSet.new(@children_list.dup)
      end

      def children=(given)
        whirl_replace_children(whirl_nodes(given))
      end
      alias inner_html= children=

      def element_children
        NodeSet.new(@children_list.select(&:element?))
      end
      alias elements element_children

      def first_element_child = @children_list.find(&:element?)
      def last_element_child = @children_list.reverse.find(&:element?)
      def child = @children_list.first
      def blank? = text? && content.strip.empty?

      def next_sibling
        whirl_beside(1)
      end
      alias next next_sibling

      def previous_sibling
        whirl_beside(-1)
      end
      alias previous previous_sibling

      def next_element
        whirl_after.find(&:element?)
      end

      def previous_element
        whirl_before.reverse.find(&:element?)
      end

      def ancestors(selector = nil)
        found = []
        above = parent
        while above
          found << above
          above = above.parent
        end
        found = found.select { |each| each.element? && each.matches?(selector) } if selector
        NodeSet.new(found)
      end

      def inner_html(*)
        Nokogiri.whirl_html(@children_list)
      end

      def to_html(*)
        Nokogiri.whirl_html([self])
      end
      alias to_s to_html
      alias serialize to_html
      alias to_xhtml to_html
      alias outer_html to_html

      def css(*selectors)
        found = selectors.grep(String).flat_map { |selector| Selectors.parse(selector) }
        NodeSet.new(whirl_descendants.select { |node| node.element? && found.any? { |each| each.matches?(node, self) } })
      end

      def at_css(*selectors)
        css(*selectors).first
      end

      def xpath(*paths)
        NodeSet.new(paths.grep(String).flat_map { |path| Paths.find(self, path) }.uniq(&:object_id))
      end

      def at_xpath(*paths)
        xpath(*paths).first
      end

      def search(*paths)
        paths.all? { |path| path.to_s.start_with?('/', './', '(', '@') } ? xpath(*paths) : css(*paths)
      end
      alias / search

      def at(*paths)
        search(*paths).first
      end
      alias % at

      def matches?(selector)
        Selectors.parse(selector).any? { |each| each.matches?(self, nil) }
      end

      def traverse(&block)
        @children_list.dup.each { |child| child.traverse(&block) }
        yield self
      end

      def remove
        parent&.whirl_list&.delete_if { |each| each.equal?(self) }
        self.parent = nil
        self
      end
      alias unlink remove

      def add_child(given)
        nodes = whirl_nodes(given)
        nodes.each { |node| whirl_adopt(node) }
        @children_list.concat(nodes)
        whirl_answer(given, nodes)
      end

      def <<(given)
        add_child(given)
        self
      end

      def prepend_child(given)
        nodes = whirl_nodes(given)
        nodes.each { |node| whirl_adopt(node) }
        @children_list.unshift(*nodes)
        whirl_answer(given, nodes)
      end

      def add_previous_sibling(given)
        whirl_insert(given, 0)
      end

      def add_next_sibling(given)
        whirl_insert(given, 1)
      end
      alias next= add_next_sibling
      alias previous= add_previous_sibling

      def before(given)
        add_previous_sibling(given)
        self
      end

      def after(given)
        add_next_sibling(given)
        self
      end

      def replace(given)
        answer = add_previous_sibling(given)
        remove
        answer
      end
      alias swap replace

      def wrap(given)
        around = given.is_a?(String) ? Nokogiri.whirl_nodes(given).first : given.dup
        add_previous_sibling(around)
        inner = around
        inner = inner.first_element_child while inner.first_element_child
        inner.add_child(self)
        self
      end

      def dup(*)
        copy = self.class.allocate
        instance_variables.each { |name| copy.instance_variable_set(name, instance_variable_get(name)) }
        copy.whirl_own
        copy
      end
      alias clone dup

      def ==(other)
        equal?(other)
      end

      def line = 0

      def inspect
        "#<#{self.class} #{to_html}>"
      end

      # The list itself, which `children` gives a copy of.
      def whirl_list = @children_list

      def whirl_own
        @parent = nil
        @attribute_list = @attribute_list.dup
        @children_list = @children_list.map do |child|
          copy = child.dup
          copy.parent = self
          copy
        end
      end

      def whirl_descendants
        found = []
        waiting = @children_list.reverse
        while (node = waiting.pop)
          found << node
          waiting.concat(node.whirl_list.reverse)
        end
        found
      end

      def whirl_steps(steps)
        steps << ['open', @name, *@attribute_list.to_a.flatten(1)]
        @children_list.each { |child| child.whirl_steps(steps) }
        steps << ['close']
      end

      def whirl_before
        at = whirl_index
        at ? parent.whirl_list[0...at] : []
      end

      def whirl_after
        at = whirl_index
        at ? parent.whirl_list[(at + 1)..] : []
      end

      private

      def whirl_index
        parent&.whirl_list&.index { |each| each.equal?(self) }
      end

      def whirl_beside(step)
        at = whirl_index
        at && (at + step).between?(0, parent.whirl_list.size - 1) ? parent.whirl_list[at + step] : nil
      end

      def whirl_nodes(given)
        case given
        when String then Nokogiri.whirl_nodes(given)
        when NodeSet, Array then given.to_a
        when Node then given.fragment? ? given.whirl_list.dup : [given]
        else raise ::ArgumentError, "Requires a Node, NodeSet or String argument, and cannot accept a #{given.class}."
        end
      end

      def whirl_adopt(node)
        node.remove
        node.parent = self
      end

      def whirl_replace_children(nodes)
        @children_list.each { |child| child.parent = nil }
        @children_list.clear
        nodes.each { |node| whirl_adopt(node) }
        @children_list.concat(nodes)
      end

      def whirl_insert(given, offset)
        nodes = whirl_nodes(given)
        raise ::ArgumentError, 'A document may not have multiple root nodes.' if parent.nil?

        above = parent
        nodes.each { |node| node.remove unless node.equal?(self) }
        at = whirl_index + offset
        nodes.each { |node| node.parent = above }
        above.whirl_list.insert(at, *nodes)
        whirl_answer(given, nodes)
      end

      def whirl_answer(given, nodes)
        given.is_a?(Node) && !given.fragment? ? given : NodeSet.new(nodes)
      end
    end

    Element = Node

    Attribute = Struct.new(:name, :value) do
      alias_method :to_s, :value
      alias_method :content, :value
      alias_method :text, :value
    end
    Attr = Attribute

    # Nodes without children.
    class Leaf < Node
      def initialize(text, _document = nil)
        super(self.class::NAME)
        @text = text.to_s
      end

      def element? = false
      alias elem? element?

      def content = @text
      alias text content
      alias inner_text content

      def content=(text)
        @text = text.to_s
      end
    end

    class Text < Leaf
      NAME = 'text'

      def text? = true

      def whirl_steps(steps)
        steps << ['text', @text]
      end
    end

    # Scripts and styles, which are printed as they are.
    class CDATA < Leaf
      NAME = '#cdata-section'

      def cdata? = true

      def whirl_steps(steps)
        steps << ['raw', @text]
      end
    end

    class Comment < Leaf
      NAME = 'comment'

      def initialize(document_or_text, text = nil)
        super(text || document_or_text)
      end

      def comment? = true

      def whirl_steps(steps)
        steps << ['mark', @source || "<!--#{@text}-->"]
      end

      def self.whirl_of(source)
        comment = new(source.delete_prefix('<!--').delete_suffix('-->'))
        comment.instance_variable_set(:@source, source)
        comment
      end
    end

    class NodeSet
      include Enumerable

      def initialize(nodes = [], list = nil)
        @nodes = list || (nodes.is_a?(Array) ? nodes : [])
      end

      def each(&block)
        return to_enum unless block

        @nodes.dup.each(&block)
        self
      end

      def to_a = @nodes.dup
      alias to_ary to_a
      def length = @nodes.length
      alias size length
      def empty? = @nodes.empty?
      def last = @nodes.last
      def first(count = nil) = count ? @nodes.first(count) : @nodes.first

      def [](at, *more)
        found = @nodes[at, *more]
        found.is_a?(Array) ? NodeSet.new(found) : found
      end
      alias slice []

      def +(other)
        NodeSet.new((@nodes + other.to_a).uniq(&:object_id))
      end
      alias | +

      def -(other)
        NodeSet.new(@nodes.reject { |node| other.any? { |each| each.equal?(node) } })
      end

      def <<(node)
        @nodes << node
        self
      end
      alias push <<

      def index(node = nil, &block)
        block ? @nodes.index(&block) : @nodes.index { |each| each.equal?(node) }
      end

      def reverse = NodeSet.new(@nodes.reverse)
      def text = @nodes.map(&:content).join
      alias inner_text text
      alias content text
      def to_html(*) = @nodes.map(&:to_html).join
      alias to_s to_html
      alias to_xhtml to_html
      def inner_html(*) = @nodes.map(&:inner_html).join

      def css(*selectors)
        NodeSet.new(@nodes.flat_map { |node| node.css(*selectors).to_a }.uniq(&:object_id))
      end

      def at_css(*selectors) = css(*selectors).first

      def xpath(*paths)
        NodeSet.new(@nodes.flat_map { |node| node.xpath(*paths).to_a }.uniq(&:object_id))
      end

      def at_xpath(*paths) = xpath(*paths).first

      def search(*paths)
        NodeSet.new(@nodes.flat_map { |node| node.search(*paths).to_a }.uniq(&:object_id))
      end

      def at(path) = path.is_a?(Integer) ? self[path] : search(path).first

      def attr(key, value = nil, &block)
        return first&.attr(key) if value.nil? && block.nil? && !key.is_a?(Hash)

        pairs = key.is_a?(Hash) ? key : { key => value }
        each { |node| pairs.each { |name, given| node[name] = block ? yield(node) : given } }
      end
      alias set attr

      %i[remove add_class remove_class append_class remove_attribute wrap before after].each do |name|
        define_method(name) { |*given| each { |node| node.public_send(name, *given) } }
      end
      alias unlink remove
      alias remove_attr remove_attribute

      def inspect
        "[#{@nodes.map(&:inspect).join(', ')}]"
      end
    end
  end

  # Selectors of CSS: elements, classes, ids, attributes, the usual pseudo-classes and combinators.
  class Selectors
    Part = Struct.new(:combinator, :tests)
    PIECE = /\G(?:\*|\.(?<class>[\w-]+)|\#(?<id>[\w-]+)|\[\s*(?<key>[\w:-]+)\s*(?:(?<how>[~|^$*]?=)\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\]\s]+))\s*)?\]|::?(?<pseudo>[\w-]+)|(?<name>[\w-]+))/

    class << self
      def parse(text)
        split(text).map { |each| new(each) }
      end

      # At commas that stand in no brackets.
      def split(text)
        depth = 0
        text.each_char.slice_when do |one, _|
          depth += 1 if '(['.include?(one)
          depth -= 1 if ')]'.include?(one)
          one == ',' && depth.zero?
        end.map { |letters| letters.join.delete_suffix(',').strip }
      end
    end

    def initialize(text)
      @text = text
      @parts = []
      at = 0
      combinator = ' '
      tests = []
      finish = lambda do
        @parts << Part.new(combinator, tests) unless tests.empty?
        tests = []
      end
      while at < text.length
        if (found = text.match(/\G\s*([>+~])\s*|\G\s+/, at))
          finish.call
          combinator = found[1] || ' '
        elsif (found = text.match(PIECE, at))
          given = nil
          if found[:pseudo] && text[found.end(0)] == '('
            given = bracketed(found.end(0))
            tests << test(found, given)
            at = found.end(0) + given.length + 2
            next
          end
          tests << test(found, given)
        else raise SyntaxError, "unexpected '#{text[at]}' after '#{text[0...at]}'"
        end
        at = found.end(0)
      end
      finish.call
    end

    def matches?(node, within)
      fits?(node, @parts.size - 1, within)
    end

    private

    def bracketed(from)
      depth = 0
      (from...@text.length).each do |at|
        depth += 1 if @text[at] == '('
        depth -= 1 if @text[at] == ')'
        return @text[(from + 1)...at] if depth.zero?
      end
      raise SyntaxError, "unexpected end of '#{@text}'"
    end

    def fits?(node, at, within)
      part = @parts[at]
      return false unless node.element? && part.tests.all? { |test| test.call(node) }
      return true if at.zero?

      case part.combinator
      when '>' then above?(node.parent, within) && fits?(node.parent, at - 1, within)
      when '+' then (other = node.previous_element) ? fits?(other, at - 1, within) : false
      when '~' then node.whirl_before.any? { |other| other.element? && fits?(other, at - 1, within) }
      else
        above = node.parent
        while above?(above, within)
          return true if fits?(above, at - 1, within)

          above = above.parent
        end
        false
      end
    end

    # Elements around the one that is searched count, as in Nokogiri.
    def above?(node, _within)
      node && !node.fragment?
    end

    def test(found, given)
      if found[:class] then (name = found[:class]) && ->(node) { node.classes.include?(name) }
      elsif found[:id] then (id = found[:id]) && ->(node) { node['id'] == id }
      elsif found[:key] then attribute(found[:key], found[:how], found[:double] || found[:single] || found[:bare])
      elsif found[:pseudo] then pseudo(found[:pseudo], given)
      elsif found[:name] then (name = found[:name]) && ->(node) { node.name == name }
      else ->(_) { true }
      end
    end

    def attribute(key, how, value)
      lambda do |node|
        has = node[key]
        next node.key?(key) if how.nil?

        has = has.to_s
        case how
        when '=' then node.key?(key) && has == value
        when '~=' then has.split.include?(value)
        when '|=' then has == value || has.start_with?("#{value}-")
        when '^=' then has.start_with?(value)
        when '$=' then has.end_with?(value)
        when '*=' then has.include?(value)
        end
      end
    end

    def pseudo(name, given)
      case name
      when 'not' then (others = Selectors.parse(given)) && ->(node) { others.none? { |each| each.matches?(node, nil) } }
      when 'has' then ->(node) { !node.css(given).empty? }
      when 'contains' then (text = given.strip[1..-2]) && ->(node) { node.content.include?(text) }
      when 'empty' then ->(node) { node.whirl_list.empty? }
      when 'first-child', 'first' then ->(node) { node.whirl_before.none?(&:element?) }
      when 'last-child', 'last' then ->(node) { node.whirl_after.none?(&:element?) }
      when 'only-child' then ->(node) { (node.whirl_before + node.whirl_after).none?(&:element?) }
      when 'first-of-type' then ->(node) { node.whirl_before.none? { |each| each.name == node.name } }
      when 'last-of-type' then ->(node) { node.whirl_after.none? { |each| each.name == node.name } }
      when 'nth-child' then ->(node) { nth?(given, node.whirl_before.count(&:element?) + 1) }
      when 'nth-of-type' then ->(node) { nth?(given, node.whirl_before.count { |each| each.element? && each.name == node.name } + 1) }
      else raise NotImplementedError, "the selector :#{name} is not known to what stands for Nokogiri here"
      end
    end

    def nth?(given, place)
      given = { 'odd' => '2n+1', 'even' => '2n' }.fetch(given.strip, given).delete(' ')
      return place == given.to_i unless (found = given.match(/\A([+-]?\d*)n([+-]\d+)?\z/))

      step = found[1].match?(/\d/) ? found[1].to_i : "#{found[1]}1".to_i
      rest = place - found[2].to_i
      step.zero? ? rest.zero? : (rest % step).zero? && rest / step >= 0
    end
  end

  # Paths of the simple kinds: steps to children, descendants, the parent and attributes; places, attributes and texts in brackets.
  module Paths
    STEP = %r{\G(?<axis>//?)?(?:(?<name>\.\.|\.|text\(\)|comment\(\)|node\(\)|@[\w:-]+|[\w-]+|\*))}

    module_function

    def find(node, path)
      path.split('|').flat_map { |each| one(node, each.strip) }
    end

    def one(node, path)
      found = [node]
      at = 0
      if path.start_with?('/') && !node.fragment?
        top = node
        top = top.parent while top.parent
        found = [top]
      end
      while at < path.length
        step = path.match(STEP, at) || refuse(path)
        at = step.end(0)
        found = found.flat_map { |each| take(each, step[:axis], step[:name]) }.uniq(&:object_id)
        while path[at] == '['
          close = closing(path, at)
          found = filtered(found, path[(at + 1)...close].strip, path)
          at = close + 1
        end
      end
      found
    end

    def take(node, axis, name)
      return [node] if name == '.'
      return [node.parent].compact if name == '..'
      return (axis == '//' ? [node, *node.whirl_descendants] : [node]).filter_map { |each| each.attributes[name[1..]] } if name.start_with?('@')

      among = axis == '//' ? node.whirl_descendants : node.whirl_list
      case name
      when 'text()' then among.select(&:text?)
      when 'comment()' then among.select(&:comment?)
      when 'node()' then among
      when '*' then among.select(&:element?)
      else among.select { |each| each.element? && each.name == name }
      end
    end

    def filtered(nodes, test, path)
      return nodes.group_by { |node| node.parent.object_id }.values.filter_map { |each| each[test.to_i - 1] } if test.match?(/\A\d+\z/)

      nodes.select { |node| holds?(node, test, path) }
    end

    def holds?(node, test, path)
      case test
      when 'last()' then node.parent.whirl_list.select { |each| each.name == node.name }.last.equal?(node)
      when /\A(.+?)\s+and\s+(.+)\z/ then [$1, $2].all? { |each| holds?(node, each, path) }
      when /\A(.+?)\s+or\s+(.+)\z/ then [$1, $2].any? { |each| holds?(node, each, path) }
      when /\Anot\((.*)\)\z/ then !holds?(node, $1, path)
      when /\A@([\w:-]+)\z/ then node.key?($1)
      when /\A@([\w:-]+)\s*(!?=)\s*(?:"([^"]*)"|'([^']*)')\z/ then node.key?($1) && ((node[$1] == ($3 || $4)) == ($2 == '='))
      when /\A(contains|starts-with)\((@[\w:-]+|text\(\)|\.),\s*(?:"([^"]*)"|'([^']*)')\)\z/
        text = $2.start_with?('@') ? node[$2[1..]].to_s : node.content
        $1 == 'contains' ? text.include?($3 || $4) : text.start_with?($3 || $4)
      when /\A[\w-]+\z/ then node.whirl_list.any? { |each| each.name == test }
      else refuse(path)
      end
    end

    def closing(path, from)
      depth = 0
      (from...path.length).each do |at|
        depth += 1 if path[at] == '['
        depth -= 1 if path[at] == ']'
        return at if depth.zero?
      end
      refuse(path)
    end

    def refuse(path)
      raise NotImplementedError, "the path #{path} is not known to what stands for Nokogiri here"
    end
  end

  module HTML4
    class DocumentFragment < XML::Node
      def initialize(*)
        super('#document-fragment')
      end

      def self.parse(text, *)
        fragment = new
        fragment.children = Nokogiri.whirl_nodes(text.to_s)
        fragment
      end

      def element? = false
      def fragment? = true
      alias elem? element?

      def to_html(*)
        inner_html
      end
      alias to_s to_html
      alias serialize to_html
      alias to_xhtml to_html
    end

  end

  module XML
    DocumentFragment = HTML4::DocumentFragment

    class Document < DocumentFragment
      attr_accessor :encoding

      def create_element(name, *given)
        node = Node.new(name, self)
        given.each do |each|
          each.is_a?(Hash) ? each.each { |key, value| node[key] = value } : node.content = each
        end
        node
      end

      def fragment(text = nil)
        DocumentFragment.parse(text)
      end

      def root
        children.find(&:element?)
      end
    end
  end

  module HTML4
    # A page: the tree is that of its body.
    class Document < XML::Document
      # Printed in capitals on a line of its own, however it was written.
      DOCTYPE = /\A\s*<!doctype\s+(\w+)\s*>\s*/i
      private_constant :DOCTYPE

      def self.parse(text, *)
        text = text.to_s
        start = text[/\A.*?<body[^>]*>/m] || ''
        rest = text[start.length..]
        close = start.empty? ? rest.length : (rest.index('</body>') || rest.length)
        document = new
        document.children = Nokogiri.whirl_nodes(rest[0...close])
        document.whirl_around = [start.sub(DOCTYPE) { "<!DOCTYPE #{$1}>\n" }, rest[close..]]
        document
      end

      attr_writer :whirl_around

      def to_html(*)
        start, rest = @whirl_around || ['', '']
        "#{start}#{inner_html}#{rest}"
      end
      alias to_s to_html
      alias serialize to_html

      def title
        @whirl_around.first[%r{<title[^>]*>(.*?)</title>}m, 1]
      end

    end

    def self.fragment(text, *)
      DocumentFragment.parse(text)
    end

    def self.parse(text, *)
      Document.parse(text)
    end
  end

  HTML = HTML4
  HTML5 = HTML4

  class << self
    def HTML(text, *)
      HTML4.parse(text)
    end
    alias HTML4 HTML
    alias HTML5 HTML

    def parse(text, *)
      HTML4.parse(text)
    end

    # The nodes of a piece of a page's body.
    def whirl_nodes(text)
      top = XML::Node.new('')
      levels = [top]
      Whirl.ask(:html_steps, text).each do |kind, first, *pairs|
        case kind
        when 'close' then levels.pop
        when 'open'
          node = XML::Node.new(first)
          pairs.each_slice(2) { |key, value| node.attribute_list[key] = value || '' }
          whirl_hang(levels.last, node)
          levels << node
        when 'text' then whirl_hang(levels.last, XML::Text.new(first))
        when 'raw' then whirl_hang(levels.last, XML::CDATA.new(first))
        when 'mark' then whirl_hang(levels.last, XML::Comment.whirl_of(first))
        end
      end
      top.whirl_list.each { |node| node.parent = nil }
    end

    def whirl_html(nodes)
      steps = []
      nodes.each { |node| node.whirl_steps(steps) }
      Whirl.ask(:html_of_steps, steps)
    end

    private

    def whirl_hang(parent, node)
      node.parent = parent
      parent.whirl_list << node
    end
  end
end
