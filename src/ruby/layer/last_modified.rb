# frozen_string_literal: true

# When a file was changed last, as plugins ask jekyll-last-modified-at: the program has that gem itself.
module Jekyll
  module LastModifiedAt
    # `page_path` is below `site_source` or absolute. What is said of a path first, in one format, is said of it in all.
    class Determinator
      @said = {}

      class << self
        attr_reader :said
      end

      attr_reader :site_source, :page_path
      attr_writer :format

      def initialize(site_source, page_path, format = nil)
        @site_source = site_source
        @page_path = page_path
        @format = format
      end

      def format
        @format ||= '%d-%b-%y'
      end

      def formatted_last_modified_date
        self.class.said[page_path] ||= last_modified_at_time.strftime(format)
      end
      alias to_s formatted_last_modified_date

      def last_modified_at_time
        Time.at(last_modified_at_unix.to_i)
      end
      alias to_liquid last_modified_at_time

      # Seconds, in digits: of the last commit, or of the file where it is in none.
      def last_modified_at_unix
        place = File.expand_path(page_path, site_source)
        raise Errno::ENOENT, "#{place} does not exist!" unless File.exist?(place)

        commit = last_commit(place)
        commit.empty? ? File.mtime(place).to_i.to_s : commit
      end

      private

      def last_commit(place)
        out, = Open3.capture2e('git', '-C', File.dirname(place), 'log', '-n', '1', '--format=%ct', '--', File.basename(place))
        $?.success? ? out.strip : ''
      rescue NotImplementedError
        ''
      end
    end
  end
end
