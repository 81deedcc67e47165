# frozen_string_literal: true

# It has what Ruby was started with, which is nothing that plugins have set.
ENV.clear

# The folder in memory is the one for what is temporary: it lasts as long as Ruby.
require 'tmpdir'
require 'fileutils'
require 'tempfile'

class Dir
  def self.tmpdir
    '/ruby-temporary'
  end
end
