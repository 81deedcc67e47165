# What Ruby's Liquid answers: JSON lines in ({"t": template, "d": data, "fs": {name: text}, "mode": "warn"}), JSON lines
# out ({"output", "errors", "warnings"} or {"syntax_error"} or {"crash"}). Uses only the gem's public interface.
require "json"
require "liquid"

Files = Struct.new(:texts) do
  def read_template_file(name)
    texts[name.to_str] || raise(Liquid::FileSystemError, "Could not find asset #{name}")
  end
end

$stdin.each_line do |line|
  q = JSON.parse(line)
  answer =
    begin
      template = Liquid::Template.parse(q["t"], error_mode: (q["mode"] || "warn").to_sym, line_numbers: true)
      output = template.render(q["d"] || {}, registers: { file_system: Files.new(q["fs"] || {}) },
                                             strict_variables: q["strict_variables"], strict_filters: q["strict_filters"])
      { "output" => output, "errors" => template.errors.map(&:message), "warnings" => template.warnings.map(&:message) }
    rescue Liquid::SyntaxError => e
      { "syntax_error" => e.message }
    rescue StandardError, SystemStackError => e
      { "crash" => "#{e.class}: #{e.message[0, 200]}" }
    end
  begin
    puts JSON.generate(answer)
  rescue JSON::GeneratorError, EncodingError
    puts '{"crash":"no JSON"}'
  end
end
