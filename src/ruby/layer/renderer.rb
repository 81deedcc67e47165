# frozen_string_literal: true

# Documents and pages that plugins render themselves, before the site is: what comes of one is its content from then on.
module Jekyll
  class Renderer
    attr_reader :document, :site
    attr_writer :layouts, :payload

    def initialize(site, document, site_payload = nil)
      @site = site
      @document = document
      @payload = site_payload
    end

    def payload
      @payload ||= site.site_payload
    end

    def layouts
      @layouts || site.layouts
    end

    def converters
      @converters ||= begin
        last, others = site.converters.partition { |converter| converter.instance_of?(Converters::Identity) }
        (others + last).select { |converter| converter.matches(document.extname) }
      end
    end

    def output_ext
      exts = converters.filter_map { |converter| converter.output_ext(document.extname) }
      exts.size == 1 ? exts.last : exts[-2]
    end

    # The page in its layouts; Liquid, converters and layouts as the site has them now.
    def run
      place(render_content)
    end
    alias render_document run

    # The content as HTML.
    def render_content
      payload['page'] = document.to_liquid
      payload['content'] = nil
      source = document.content
      text = document.render_with_liquid? ? render_liquid(source, payload, nil, document.path) : source
      convert(text).tap { |converted| document.whirl_render(source, converted) }
    end

    def place(content)
      document.place_in_layout? ? place_in_layouts(content, payload, nil) : content
    end

    def convert(content)
      converters.reduce(content) { |text, converter| converter.convert(text) }
    end

    def render_liquid(content, payload, _info, _path = nil)
      Liquid::Template.parse(content).render!(payload)
    end

    def place_in_layouts(content, payload, _info)
      above = {}
      used = []
      name = document.data['layout']
      while (layout = layouts[name.to_s]) && !used.include?(layout)
        used << layout
        above = Utils.deep_merge_hashes(layout.data, above)
        content = render_liquid(layout.content, payload.merge('content' => content, 'layout' => above), nil, layout.path)
        name = layout.data['layout']
      end
      content
    end
  end

  module Renderable
    def renderer
      @renderer ||= Renderer.new(site, self)
    end

    def render_with_liquid?
      data['render_with_liquid'] != false && Utils.has_liquid_construct?(content)
    end

    def place_in_layout?
      layout = data['layout']
      layout != 'none' && !layout.nil?
    end

    # Jekyll keeps the template that was parsed for a path: where there are tags in what came of it, it is that one which runs
    # again.
    def whirl_render(source, text)
      content
      @content = text
      @whirl_template = [text, source] if Utils.has_liquid_construct?(text)
    end

    # The content that the program begins with.
    def whirl_body
      text, source = @whirl_template
      !text.nil? && text.equal?(content) ? source : content
    end
  end

  class Page
    def render(layouts, payload)
      renderer.layouts = layouts
      renderer.payload = payload
      content = renderer.render_content
      # Mostly nobody asks what it is in its layouts: the program renders it again, as Jekyll does.
      @whirl_place = -> { renderer.place(content) }
    end

    def output
      return super if @whirl_place.nil?

      place = @whirl_place
      @whirl_place = nil
      @output = @whirl_output = place.call
    end

    def output=(text)
      @whirl_place = nil
      super
    end

    # Those that are pages of the site by the end of the generator are written by the program.
    def write(dest)
      site.whirl_written << [self, destination(dest)]
    end
  end

  class Site
    # Whether it is another than the program knows it.
    def whirl_changed?
      return true if @pages && @pages.map(&:whirl_id) != @whirl_pages
      return true if @collections&.any? { |_, collection| collection.whirl_changes }

      Whirl::Wire.dump(@config) != @whirl_config || (!@data.nil? && Whirl::Wire.dump(@data) != @whirl_data)
    end

    def whirl_write_pages
      @whirl_written.each do |page, path|
        next if pages.include?(page)

        FileUtils.mkdir_p(File.dirname(path))
        File.write(path, page.output.to_s)
      end
      @whirl_written.clear
    end
  end
end
