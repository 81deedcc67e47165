# frozen_string_literal: true

# A site that plugins build several times: each time with the site as it is then.
module Whirl
  module Parts
    @states = []
    @later = []
    @process = 0

    # What is another thing in each part anyway.
    READ = %i[@documents @pages @static_files @collections @layouts @data].freeze
    private_constant :READ

    class << self
      # what waits until all is written
      attr_reader :later

      def at_work?
        @at_work
      end

      def process
        @at_work = true
        Jekyll.site.process
        @after = state(Jekyll.site)
      ensure
        @at_work = false
      end

      def build(site)
        raise NotImplementedError, 'plugins in Ruby cannot build the site here' unless @at_work

        site.instance_variable_set(:@static_made, [])
        Whirl.wait(:part, site.whirl_settings)
        @states << state(site)
        nil
      end

      # The site as it was when the part with the number, from 0, was built.
      def again(number)
        bring_back(Jekyll.site, @states.fetch(number))
      end

      # What waited for it is done with the site as it was when all parts were built.
      def written
        bring_back(Jekyll.site, @after)
        @later.each(&:call)
      end

      # In the place of a process of its own: does it here, and leaves the site as it was. Gives a number for the process.
      def fork
        before = state(Jekyll.site)
        yield
        bring_back(Jekyll.site, before)
        @process += 1
      end

      private

      def state(site)
        names = site.instance_variables.reject { |name| name.start_with?('@whirl') || READ.include?(name) }
        names.to_h { |name| [name, copy(site.instance_variable_get(name))] }
      end

      def copy(value)
        value.is_a?(Hash) || value.is_a?(Array) ? value.dup : value
      end

      def bring_back(site, state)
        state.each { |name, value| site.instance_variable_set(name, copy(value)) }
        site.whirl_forget
      end
    end
  end

  # A Ruby of the machine has processes: one that would build a part ends at once.
  module PartProcesses
    private

    def fork(&block)
      return super unless block && Parts.at_work?

      Parts.fork(&block)
      super { exit!(0) }
    end
  end
  Object.prepend(PartProcesses) unless const_defined?(:Programs)
end
