# frozen_string_literal: true

# The jobs that the program gives.
module Whirl
  @plugins = []
  @converters = nil

  class << self
    attr_reader :plugins

    def filter_names
      @filter_names ||= ask(:filter_names).values.flatten.to_set
    end

    # Loads the files of plugins; says what they registered. `environment` is the variable JEKYLL_ENV; nil where it is not set.
    def load_files(first, paths, gems, version, environment)
      ENV['JEKYLL_ENV'] = environment
      Jekyll.const_set(:VERSION, version) unless Jekyll.const_defined?(:VERSION)
      Jekyll.site ||= Jekyll::Site.new
      Dir.chdir(Jekyll.site.source)
      ProgramFilters.define(ask(:filter_names))
      first.each { |name| require_gem(@loading = name) }
      paths.each { |path| require @loading = path }
      gems.each { |name| require @loading = name }
      @loading = nil
      Jekyll::Converters::Markdown.whirl_processor(Jekyll.site.config['markdown'])
      {
        'generators' => offered(Jekyll::Generator),
        'converters' => offered(Jekyll::Converter),
        'tags' => Liquid::Template.tags.to_h { |name, tag| [name, tag <= Liquid::Raw ? 'raw' : tag <= Liquid::Block ? 'block' : 'none'] },
        'filters' => filters,
        'reads' => Jekyll::PageReader.whirl_changed? || Jekyll::PostReader.whirl_changed?,
        'in_parts' => Jekyll::Site.instance_method(:process) != Jekyll::Site::WHIRL_PROCESS,
        'payload' => Jekyll::Site.instance_method(:site_payload) != Jekyll::Site::WHIRL_PAYLOAD,
        'picks_files' => Jekyll::Site.whirl_picks_files?,
        'kramdown' => Kramdown::WhirlChanges.all,
        'elements' => Kramdown::Converter::Html.whirl_types,
        'hooks' => Jekyll::Hooks.hooks.each_with_index.map { |(owner, event, priority), i| [owner, event, priority_name(priority), i] }
      }
    end

    def generate(index)
      Jekyll.site.whirl_forget
      @alone = true
      instance(Jekyll::Generator, index).generate(Jekyll.site)
      Jekyll.site.whirl_write_pages
      Jekyll.site.whirl_changes
    ensure
      @alone = false
    end

    # Whether a generator is at work, or what the program does with what it is given.
    def alone?
      @alone
    end

    # Templates of generators begin with nothing but what they are given: they may be begun again where they turn out to need Ruby.
    def template(source, variables)
      @alone ? ask(:template, source, variables) : wait(:template, source, variables)
    end

    def matches(index, extension)
      instance(Jekyll::Converter, index).matches(extension) ? true : false
    end

    def output_ext(index, extension)
      instance(Jekyll::Converter, index).output_ext(extension)
    end

    # `:after_init`: what it changes of the configuration goes with the next changes.
    def init_hook(index)
      Jekyll::Hooks.hooks[index].last.call(*[Jekyll.site].first(arity(index)))
      # What it looked at was empty.
      Jekyll.site.whirl_forget
      nil
    end

    def changes
      Jekyll.site.whirl_forget
      Jekyll.site.whirl_changes
    end

    # What plugins leave of the pages and posts that were read.
    def read
      site = Jekyll.site
      site.whirl_forget
      site.pages = Jekyll::PageReader.new(site, '').read(site.pages.map(&:name)) if Jekyll::PageReader.whirl_changed?
      site.posts.docs = Jekyll::PostReader.new(site).read_posts('').sort if Jekyll::PostReader.whirl_changed?
      site.whirl_changes
    end

    # What a plugin's `site_payload` puts into the site of templates.
    def payload
      Jekyll.site.whirl_forget
      Jekyll.site.site_payload
      Jekyll.site.whirl_changes
    end

    def copied_files
      Jekyll.site.whirl_copied
    end

    # Has plugins build the site as they want to.
    def process
      Parts.process
      nil
    end

    def part_again(number)
      Parts.again(number)
      nil
    end

    def parts_written
      Parts.written
      nil
    end

    def write_static_files
      Jekyll.site.whirl_write_static_files
      nil
    end

    # Names of placeholders that plugins add to permalinks.
    def placeholders
      Jekyll::Drops::UrlDrop.whirl_added
    end

    def placeholder(document, names)
      drop = Jekyll::Drops::UrlDrop.new(document)
      names.to_h { |name| [name, drop.public_send(name)] }
    end

    def convert(index, text)
      instance(Jekyll::Converter, index).convert(text)
    end

    def tag(name, markup, line)
      kind = Liquid::Template.tags.fetch(name)
      Held.add(kind.parse(name, markup, [], Liquid::ParseContext.new(line)))
    end

    def render(number, turn)
      context = context(turn)
      text = Held[number].render(context).to_s
      context.whirl_assign_changed
      text
    end

    def filter(name, turn, input, *arguments)
      Filters.new(context(turn)).public_send(name, input, *arguments)
    end

    def drop_field(drop, key)
      drop.invoke_drop(key)
    end

    def drop_keys(drop)
      drop.class.invokable_methods.to_a
    end

    def drop_text(drop)
      drop.to_s
    end

    def site_hook(index)
      Jekyll.site.whirl_forget
      payload = Jekyll.site.site_payload
      Jekyll::Hooks.hooks[index].last.call(*[Jekyll.site, payload].first(arity(index)))
      Jekyll.site.whirl_changes
    end

    # Hooks on the site once all is rendered; what they changed of outputs, by document.
    def finished_hook(index, _event)
      Jekyll.site.whirl_forget
      Jekyll::Hooks.hooks[index].last.call(*[Jekyll.site, Jekyll.site.site_payload].first(arity(index)))
      Jekyll.site.whirl_outputs
    end

    # A document is written: what is known of it now, its texts are asked for.
    def written_hook(index, document)
      document.whirl_forget_texts
      Jekyll::Hooks.hooks[index].last.call(document)
      nil
    end

    def text_hook(index, document, output, after_layouts)
      document.whirl_forget_texts
      document.instance_variable_set(after_layouts ? :@output : :@content, output)
      Jekyll::Hooks.hooks[index].last.call(document)
      after_layouts ? document.output : document.content
    end

    # What hooks before rendering make of the document: its variables besides, and what they changed of itself.
    def variables_hook(index, document)
      payload = Jekyll.site.site_payload.merge('page' => document.data)
      Jekyll::Hooks.hooks[index].last.call(*[document, payload].first(arity(index)))
      { 'variables' => payload.reject { |key, _| %w[page site jekyll].include?(key) }, 'changes' => document.whirl_changes }
    end

    # Documents as they are now, where the program has made others of them.
    def forget
      Jekyll.site.whirl_forget
    end

    def document_hook(index, document)
      Jekyll::Hooks.hooks[index].last.call(document)
      document.whirl_changes
    end

    def own(kind)
      stood_for = [Jekyll::Converters::Identity, *(Jekyll::Converters::Markdown unless Jekyll::Converters::Markdown.whirl_changed?)]
      @plugins.select { |plugin| plugin < kind && plugin.name && !stood_for.include?(plugin) }
    end

    private

    # As Bundler does, for which `a-b` may be `a/b`.
    def require_gem(name)
      require name
    rescue LoadError => error
      raise unless error.path == name && name.include?('-')

      require name.tr('-', '/')
    end

    # Templates that are rendered within one another: more than that many are not at work at once.
    TURNS = 64

    # Registers last as long as the rendering of a template, which the number stands for.
    def context(turn)
      @registers ||= {}
      registers = @registers.delete(turn) || begin
        Jekyll.site.whirl_forget_changed_texts
        { site: Jekyll.site, page: Whirl.ask(:page) }
      end
      @registers[turn] = registers
      @registers.shift if @registers.size > TURNS
      Liquid::Context.new({}, {}, registers)
    end

    def arity(index)
      count = Jekyll::Hooks.hooks[index].last.arity
      count.negative? ? 2 : count
    end

    def offered(kind)
      own(kind).map do |plugin|
        { 'name' => plugin.name, 'priority' => priority_name(plugin.priority), 'markdown' => plugin < Jekyll::Converters::Markdown ? true : false }
      end
    end

    def priority_name(priority)
      return priority.to_s if priority.is_a?(Symbol) || priority.is_a?(String)

      Jekyll::Plugin::PRIORITIES.min_by { |_, value| (value - priority).abs }.first.to_s
    end

    def instance(kind, index)
      plugin = own(kind)[index]
      all = kind == Jekyll::Generator ? Jekyll.site.generators : Jekyll.site.converters
      all.find { |each| each.instance_of?(plugin) }
    end

    # The filters by name: how few and how many arguments each takes after its input; -1 for any number.
    def filters
      registered = Liquid::Template.filters.flat_map { |filters| filters.public_instance_methods.map { |name| filters.instance_method(name) } }
      (ProgramFilters.replaced + registered).to_h { |method| [method.name.to_s, method] }
                                            .except('method_missing', 'respond_to_missing?')
                                            .to_h do |name, method|
        kinds = method.parameters.map(&:first)
        required = kinds.count(:req)
        [name, [required - 1, kinds.include?(:rest) ? -1 : required + kinds.count(:opt) - 1]]
      end
    end
  end

  # The program's filters as methods of the modules that have them in Liquid and Jekyll, for aliases and `super`. What plugins
  # define there under such a name takes its place without that anybody registers it; a new name is no filter, as with Jekyll,
  # which looks for names before it loads plugins.
  module ProgramFilters
    class << self
      def modules
        [Liquid::StandardFilters, Jekyll::Filters]
      end

      def define(names)
        @defined = modules.zip(names.values_at('liquid', 'jekyll')).flat_map do |filters, own|
          own.each { |name| filters.define_method(name) { |*arguments| Whirl.wait(:filter, name, *arguments) } }
          own.map { |name| [filters, filters.instance_method(name)] }
        end
      end

      def replaced
        @defined.map { |filters, method| [method, filters.instance_method(method.name)] }.reject { |before, now| before == now }.map(&:last)
      end
    end
  end

  # All filters of plugins on one object, which has the context of the template at work.
  class Filters
    # Objects of one class: to extend each costs more than most filters do.
    def self.new(context)
      return super unless equal?(Filters)

      known = [*ProgramFilters.modules, *Liquid::Template.filters]
      if known != @known
        @known = known
        @made = Class.new(self) { known.each { |filters| include filters } }
      end
      @made.new(context)
    end

    def initialize(context)
      @context = context
    end
  end
end
