# A plugin of an empty site that turns the Jekyll that loads it into a server: a line of JSON on its input
# ({"source", "args", "log"}) is one command line, run in a process of its own; the answer is its exit code. Loading
# Jekyll takes longer than building a small site.
require "json"
require "kramdown"
require "kramdown-parser-gfm"
require "rouge"

answers = $stdout.dup
answers.sync = true
program = File.expand_path($PROGRAM_NAME)
answers.puts "ready"

while (line = $stdin.gets)
  job = JSON.parse(line)
  pid = fork do
    $stdin.reopen(File::NULL)
    $stdout.reopen(job["log"], "w")
    $stderr.reopen($stdout)
    $stdout.sync = true
    Dir.chdir(job["source"])
    Jekyll.sites.clear
    ARGV.replace(job["args"])
    code = 0
    begin
      load program
    rescue SystemExit => e
      code = e.status
    rescue Exception => e # what Ruby would print on its way out
      $stderr.puts "#{e.class}: #{e.message}", e.backtrace&.first(5)
      code = 1
    end
    $stdout.flush
    exit!(code)
  end
  Process.wait(pid)
  answers.puts($?.exitstatus || 128 + $?.termsig)
end
exit!(0)
