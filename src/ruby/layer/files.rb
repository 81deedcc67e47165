# frozen_string_literal: true

# The folder in memory is the one for what is temporary: it lasts as long as Ruby.
require 'tmpdir'
require 'fileutils'
require 'tempfile'

class Dir
  def self.tmpdir
    '/ruby-temporary'
  end
end
