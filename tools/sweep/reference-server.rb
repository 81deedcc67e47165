# A plugin of a small site that turns the Jekyll that has built it into a server: a line of JSON on its input
# ({"source", "args", "log"}) is one command line, run in a process of its own; the answer is its exit code. Loading
# Jekyll takes longer than building a small site, so what it loads late is loaded by then.
require "json"
# what plugins take long to load and only who asks for it sees
%w(csv nokogiri octokit sassc rouge kramdown-parser-gfm).each do |name|
  require name
rescue LoadError
  nil
end

answers = $stdout.dup
answers.sync = true
program = File.expand_path($PROGRAM_NAME)

Jekyll::Hooks.register :site, :post_write do
  Jekyll::Hooks.instance_variable_get(:@registry)[:site][:post_write].clear
  Jekyll::Cache.clear
  Jekyll.sites.clear
  answers.puts "ready"
  while (line = $stdin.gets)
    job = JSON.parse(line)
    pid = fork do
      # the process ends before it is worth while
      GC.disable
      $stdin.reopen(File::NULL)
      $stdout.reopen(job["log"], "w")
      $stderr.reopen($stdout)
      $stdout.sync = true
      Dir.chdir(job["source"])
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
end
