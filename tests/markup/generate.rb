#!/usr/bin/env ruby
# frozen_string_literal: true

# Asks Nokogiri (Debian 12's, with libxml2 2.9) what it makes of pieces of pages, and writes html.json beside this file:
# pairs of HTML and what is printed of it. Run: LC_ALL=C.UTF-8 ruby tests/markup/generate.rb

require "json"
require "nokogiri"

pieces = JSON.parse(File.read(File.join(__dir__, "pieces.json")))
random = Random.new(11)
texts = pieces.fetch("whole") + Array.new(900) { Array.new(1 + random.rand(6)) { pieces.fetch("parts").sample(:random => random) }.join }
rows = texts.uniq.map { |text| [text, Nokogiri::HTML::DocumentFragment.parse(text).to_html] }
File.write(File.join(__dir__, "html.json"), "[\n#{rows.map { |row| JSON.generate(row) }.join(",\n")}\n]\n")
