# frozen_string_literal: true

# There is no network. Its libraries can be loaded, as plugins do that seldom call them, and what opens a connection fails as it does
# where no name of a machine can be found.

require 'timeout'

class SocketError < StandardError; end

module Whirl
  # Takes settings, and fails at whatever would be sent or asked.
  module Offline
    def self.refuse(error = SocketError)
      raise error, 'Failed to open TCP connection (plugins in Ruby have no network)'
    end

    def method_missing(name, *arguments)
      return arguments.first if name.end_with?('=')

      Offline.refuse
    end

    def respond_to_missing?(_name, _all = false)
      true
    end
  end
end

module Net
  class ProtocolError < StandardError; end
  class HTTPBadResponse < StandardError; end
  class HTTPHeaderSyntaxError < StandardError; end
  class OpenTimeout < Timeout::Error; end
  class ReadTimeout < Timeout::Error; end
  class HTTPResponse; end
  class HTTPSuccess < HTTPResponse; end
  class HTTPOK < HTTPSuccess; end
  class HTTPRedirection < HTTPResponse; end

  class HTTP
    include Whirl::Offline
    extend Whirl::Offline

    def initialize(*); end

    # What is going to be sent.
    class Get
      attr_accessor :body

      def initialize(*)
        @header = {}
      end

      def [](name)
        @header[name]
      end

      def []=(name, value)
        @header[name] = value
      end

      def basic_auth(*); end
      def set_form_data(*); end
    end

    class Post < Get; end
    class Head < Get; end
  end
end

module OpenURI
  class HTTPError < StandardError; end
end

module URI
  def self.open(*)
    Whirl::Offline.refuse
  end

  class HTTP
    def open(*)
      Whirl::Offline.refuse
    end
    alias read open
  end
end

module OpenSSL
  module SSL
    VERIFY_NONE = 0
    VERIFY_PEER = 1

    class SSLError < StandardError; end
  end

  # Certificates that nobody is asked to show.
  module X509
    V_FLAG_CRL_CHECK_ALL = 8

    class Store
      def set_default_paths(*); end
      alias add_file set_default_paths
      alias add_cert set_default_paths

      attr_accessor :flags
    end
  end
end

module HTTParty
  extend Whirl::Offline

  class Error < StandardError; end

  def self.included(kind)
    kind.extend(Whirl::Offline)
  end
end

module Faraday
  class Error < StandardError; end
  class ConnectionFailed < Error; end

  # A connection to where nothing can be reached.
  class Connection
    def method_missing(*)
      Whirl::Offline.refuse(ConnectionFailed)
    end

    def respond_to_missing?(*)
      true
    end
  end

  def self.new(*)
    Connection.new
  end

  def self.get(*)
    Whirl::Offline.refuse(ConnectionFailed)
  end

  def self.default_adapter
    :net_http
  end
end

module Feedjira
  class NoParserAvailable < StandardError; end

  def self.parse(*)
    Whirl::Offline.refuse
  end
end
