/**
 * A page for each member of `_data/team.yml`, and their number as `site.data.team_size`.
 *
 * In `_config.yml`, both optional:
 *
 *     team-pages:
 *       directory: people    # /people/ada/
 *       layout: member       # sees page.title, page.role and page.email
 */
import { addData, addPages, definePlugin, isHash, makePage, rubyToS, slugify, type Value } from 'whirl-blog'

export default definePlugin({
  name: 'team-pages',
  generate(site, ctx) {
    const team = isHash(site.data) ? site.data.get('team') : undefined
    if (!Array.isArray(team)) return site
    const directory = rubyToS(ctx.options.get('directory') ?? 'team')
    const members = (team as readonly Value[]).filter(isHash)
    const pages = members.map((member) => {
      const name = rubyToS(member.get('name'))
      return makePage(site, {
        path: `${directory}/${slugify(name)}/index.md`,
        body: rubyToS(member.get('about') ?? ''),
        data: {
          layout: ctx.options.get('layout') ?? 'default',
          title: name,
          role: member.get('role'),
          email: member.get('email'),
        },
        generatedBy: 'team-pages',
      })
    })
    ctx.info('Team pages:', `${pages.length} written`)
    return addPages(addData(site, { team_size: pages.length }), pages)
  },
})
