# frozen_string_literal: true

require 'stringio'

# What Ruby code has of other programs: the program answers for them, or says why it does not.
module Whirl
  # How a program ended: `$?` where plugins look, as no program of this system ever runs.
  ProgramStatus = Struct.new(:exitstatus) do
    def success?
      exitstatus.zero?
    end

    def exited?
      true
    end

    def signaled?
      false
    end

    def pid
      0
    end

    def to_i
      exitstatus << 8
    end
  end
  $whirl_status = nil

  class << self
    # What the command wrote to its output and to its errors; sets `$?`.
    def program(command, input = '', folder = nil)
      told_time = date(command)
      return [told_time, ''] if told_time

      answer = Whirl.wait(:program, command, folder || Dir.pwd, input.to_s)
      refuse_program(command, answer['refused']) if answer['refused']

      $whirl_status = ProgramStatus.new(answer['status'])
      [answer['out'], answer['err']]
    end

    # What the program `date` says now, with a format or without.
    def date(command)
      return unless command.is_a?(String) && command.strip =~ /\Adate(\s+-u)?(?:\s+(?:\+(\S+)|'\+([^']*)'|"\+([^"$`]*)"))?\z/

      now = Regexp.last_match(1) ? Time.now.utc : Time.now
      $whirl_status = ProgramStatus.new(0)
      "#{now.strftime(Regexp.last_match.captures[1..].compact.first || '%a %b %e %H:%M:%S %Z %Y')}\n"
    end

    # A command without its options and environment: the line of a shell, or the words.
    def command_of(words)
      words = words.reject { |word| word.is_a?(Hash) }.map { |word| word.is_a?(Array) ? word.map(&:to_s) : word.to_s }
      words.size == 1 ? words.first : words
    end

    def folder_of(words)
      options = words.grep(Hash).find { |hash| hash.key?(:chdir) }
      options && File.expand_path(options[:chdir])
    end

    def refuse_program(command, why)
      named = Array(command).join(' ')
      raise NotImplementedError, "plugins in Ruby cannot start programs: '#{named}' (#{why}). git is answered where it reads history"
    end

    def told(errors)
      errors.each_line(chomp: true) { |line| Whirl.ask(:log, 'info', '', line) }
    end
  end

  # The ways in which Ruby starts a program and takes what it writes.
  module Programs
    def `(command)
      out, errors = Whirl.program(command.to_s)
      Whirl.told(errors)
      out
    end

    def system(*words, exception: false, **options)
      out, errors = Whirl.program(Whirl.command_of(words), '', Whirl.folder_of([options]))
      Whirl.told(errors)
      Whirl.told(out) unless options[:out]
      raise "Command failed with exit #{$whirl_status.exitstatus}: #{Array(Whirl.command_of(words)).first}" if exception && !$whirl_status.success?

      $whirl_status.success?
    end

    def spawn(*words, **)
      Whirl.refuse_program(Whirl.command_of(words), 'spawn is not there')
    end
    alias exec spawn

    # Nothing ends at once: the build says where it was wanted.
    def exit!(status = false)
      exit(status)
    end

    # The one kind of process that there is builds a part of a site, and has ended when it is asked for.
    def fork(&block)
      Whirl.refuse_program('fork', 'fork is not there') unless block && Whirl::Parts.at_work?
      Whirl::Parts.fork(&block)
    end

    def waitpid(process = -1, *)
      raise Errno::ECHILD unless Whirl::Parts.at_work?

      $whirl_status = Whirl::ProgramStatus.new(0)
      process
    end
  end
end

alias $? $whirl_status

# Ruby has each of these twice, and more than once each.
[Kernel, Process].each do |place|
  Whirl::Programs.instance_methods.each do |name|
    place.send(:remove_method, name) if place.private_method_defined?(name, false) || place.method_defined?(name, false)
    place.singleton_class.send(:remove_method, name) if place.singleton_methods(false).include?(name)
  end
  place.extend(Whirl::Programs)
end

class Object
  include Whirl::Programs
  private(*Whirl::Programs.instance_methods)
end

# How long something took is another thing each time.
class << Process
  alias whirl_clock_gettime clock_gettime

  def clock_gettime(*given)
    Whirl.ask(:unrepeatable)
    whirl_clock_gettime(*given)
  end
end

class IO
  # Reads what a program writes; writing to one is not there.
  def self.popen(*words, **options)
    words.shift if words.first.is_a?(Hash)
    command, mode = words
    raise NotImplementedError, 'plugins in Ruby cannot write to programs' unless mode.nil? || mode.to_s.start_with?('r')

    out, errors = Whirl.program(Whirl.command_of([command]), '', Whirl.folder_of([options]))
    errors = '' if options[:err]
    Whirl.told(errors)
    stream = StringIO.new(out)
    block_given? ? yield(stream) : stream
  end
end

# Ruby's library of this name, whose own way to programs is not there.
module Open3
  module_function

  def capture3(*words, stdin_data: '', **options)
    out, errors = Whirl.program(Whirl.command_of(words), stdin_data, Whirl.folder_of([options]))
    [out, errors, $whirl_status]
  end

  def capture2(*words, **options)
    out, errors, status = capture3(*words, **options)
    Whirl.told(errors)
    [out, status]
  end

  def capture2e(*words, **options)
    out, errors, status = capture3(*words, **options)
    [errors + out, status]
  end

  # Gives what there is to read; what is written to the program does not reach it.
  def popen3(*words, **options)
    out, errors, status = capture3(*words, **options)
    waits = Struct.new(:value).new(status)
    streams = [StringIO.new, StringIO.new(out), StringIO.new(errors), waits]
    block_given? ? yield(*streams) : streams
  end
end
