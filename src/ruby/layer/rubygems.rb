# frozen_string_literal: true

# What code asks of RubyGems before it uses a gem.
module Gem
  def self.win_platform?
    false
  end

  def self.loaded_specs
    {}
  end

  def self.ruby_version
    Version.new(RUBY_VERSION)
  end

  class Version
    include Comparable
    attr_reader :segments

    def initialize(text)
      @text = text.to_s
      @segments = @text.scan(/\d+|[a-z]+/i).map { |part| part.match?(/\A\d/) ? part.to_i : part }
    end

    def self.create(version)
      version.is_a?(Version) ? version : new(version)
    end

    # A letter is before any number: 1.0.a < 1.0.
    def <=>(other)
      mine = segments
      others = Version.create(other).segments
      [mine.size, others.size].max.times do |i|
        one = mine[i] || 0
        two = others[i] || 0
        next if one == two
        return one.is_a?(String) ? -1 : 1 if one.is_a?(String) != two.is_a?(String)

        return one <=> two
      end
      0
    end

    def to_s
      @text
    end
  end
end
