/** What follows from data that a plugin lays (`set`, YAML) over that of the site's files called `changed`. */
import { buildIn, inOneText, withFiles } from '../build.mjs'

const plugin = (set) => `
class Change < Jekyll::Generator
  def generate(site)
    set = YAML.unsafe_load(${JSON.stringify(set).replaceAll('#', '\\#')})
    [site.posts.docs, site.collections['notes'].docs, site.pages].flatten.each do |doc|
      doc.data.merge!(set) if doc.relative_path.include?('changed')
    end
  end
end
`

export const changedData = {
  files: /^tests\/plugins\/changed-data\.txt$/,
  isAnswer: (name) => name === 'answer',
  ask(reference, cases, { all: [site] }) {
    const own = Object.entries(site.sections).map(([name, text]) => [name, `${text}\n`])
    return cases.map(({ title, sections }) => {
      if (sections.set === undefined) return undefined
      const files = { ...Object.fromEntries(own), '_plugins/change.rb': plugin(sections.set) }
      const { status, said, files: built } = withFiles(files, (root) => buildIn(root, reference))
      if (status !== 0) throw new Error(`${title}: ${said}`)
      return { answer: inOneText(built).trimEnd() }
    })
  },
}
