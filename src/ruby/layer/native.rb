# frozen_string_literal: true

# The Ruby of a machine as the program speaks with it: lines of text over two pipes, where the layer has `JS.eval`.
require 'stringio'

module JS
  IN = IO.for_fd(3, 'r', external_encoding: 'UTF-8')
  OUT = IO.for_fd(4, 'w', external_encoding: 'UTF-8')
  OUT.sync = true
  @lock = Mutex.new

  class << self
    # The answer to a question, where the program can give it on the spot.
    def eval(question)
      return @given if question == 'job' || question == 'answer'

      @lock.synchronize do
        OUT.write("q#{question}\n")
        IN.gets.to_s.chomp
      end
    end

    def printed(line)
      @lock.synchronize { OUT.write("p#{line}\n") }
    end

    # Does what the program gives, until it gives nothing any more.
    def work
      while (line = IN.gets)
        @given = line[1..].chomp
        made = line.start_with?('s') ? Whirl::Jobs.start : Whirl::Jobs.resume
        @lock.synchronize { OUT.write("t#{made}\n") }
      end
    end
  end
end
$LOADED_FEATURES << 'js.rb'

# What is printed comes in its turn with what is asked.
class JS::PrintedLines < StringIO
  def initialize(speaking)
    super()
    @speaking = speaking
    @rest = +''
  end

  def write(*texts)
    text = texts.join
    @rest << text.encode('UTF-8', invalid: :replace, undef: :replace)
    while (line = @rest.slice!(/\A[^\n]*\n/))
      @speaking.printed(line.chomp)
    end
    text.bytesize
  end

  def fileno
    1
  end
end

# Where the program is gone, so is whoever works for it, even in a loop without end.
Thread.new do
  IO.for_fd(5, 'r').read
  sleep 1
  exit!(1)
end

speaking = JS
begin
  if (RUBY_VERSION.split('.').map(&:to_i) <=> [3, 1]).negative?
    raise "it is version #{RUBY_VERSION}, and plugins need 3.1 or newer"
  end

  given = JS::IN.gets.to_s
  # Before anything else is loaded that a Gemfile may want in another version.
  if given.start_with?('b')
    require 'bundler'
    gemfile = begin
      Bundler.default_gemfile
    rescue Bundler::GemfileNotFound
      nil
    end
    Bundler.setup if gemfile
  end
  require 'json'
  JSON.parse(given[1..]).each { |name, code| TOPLEVEL_BINDING.eval(code, "whirl/#{name}.rb") }
rescue ScriptError, StandardError => error
  speaking::OUT.write("e#{error.message.lines(chomp: true).reject(&:empty?).join(' ')}\n")
  exit!(1)
end
$stdout = $stderr = speaking::PrintedLines.new(speaking)
speaking::OUT.write("r#{RUBY_VERSION}\n")
speaking.work
