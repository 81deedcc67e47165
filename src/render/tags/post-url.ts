/** `post_url`: the url of a post by its file's name. */
import { type CalendarDate, dateOfTime, parseDate, timeFromMilliseconds, zoneFor } from '../../base/index.ts'
import type { TagDefinition } from '../../liquid/index.ts'
import { urlOf } from '../document-url.ts'
import { HostError } from '../failure.ts'
import { registersOf } from '../registers.ts'
import { tagUrl } from '../site-url.ts'

interface PostName {
  readonly name: string
  readonly date: CalendarDate
  readonly slug: string
}

const NAME = /^(?:.*\/)?(\d+)-(\d+)-(\d+)-([^/]*)$/
const UTC = zoneFor('UTC')
/** The day is whole: nothing is taken from the clock. */
const NO_MATTER = timeFromMilliseconds(0, UTC)
const HINT = 'Make sure the post exists and the name is correct.'

function parseName(name: string): PostName {
  const match = NAME.exec(name)
  if (match === null) {
    throw new HostError(
      `Could not parse name of post "${name}" in tag 'post_url'.\n ${HINT}\n Jekyll::Errors::InvalidPostNameError: '${name}' does not contain valid date and/or title.`,
      'render/post-url',
      'a post is named by year-month-day-slug',
    )
  }
  const [, year = '', month = '', day = '', slug = ''] = match
  const written = `${year}-${month}-${day}`
  // As the names of posts are read: 30 February is a day of March.
  const date = parseDate(written, UTC, NO_MATTER)
  if (date === undefined)
    throw new HostError(
      `Invalid date '${written}': '${written}' does not contain valid date and/or title.`,
      'render/post-url',
    )
  return { name, date: dateOfTime(date), slug }
}

export const postUrl: TagDefinition<PostName> = {
  name: 'post_url',
  parse: (markup) => parseName(markup.trim()),
  render({ name, date, slug }, ctx) {
    const { view, warn } = registersOf(ctx)
    const exact = view.post(name.replace(/^\//, ''))
    if (exact !== undefined) return tagUrl(view.config, urlOf(exact))
    const near = view.postOf(date, slug)
    if (near === undefined) {
      throw new HostError(`Could not find post "${name}" in tag 'post_url'.\n\n${HINT}`, 'render/post-url')
    }
    warn(
      'render/post-url-name',
      `Deprecation: A call to '{% post_url ${name} %}' did not match a post using the new matching method of checking name (path-date-slug) equality. Please make sure that you change this tag to match the post's name exactly.`,
    )
    return tagUrl(view.config, urlOf(near))
  },
}
