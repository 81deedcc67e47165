/**
 * What a rendering can read of a site, as facts with names (reads.ts), and what each is now, as a digest. A result of an
 * earlier build holds when every fact that its rendering read has the digest it had then.
 *
 * A digest may differ though what was read is the same, never the other way round: whatever a template can see of the
 * thing a fact is about is in its digest.
 */
import { CalendarDate, dataText, dateOfTime, digest, sha256 } from '../base/index.ts'
import {
  type Include,
  isUndated,
  type Layout,
  type Renderable,
  type StaticFile,
  shownBody,
} from '../site/index.ts'
import type { Progress } from './progress.ts'
import { type DocumentPart, RECORDED, SEPARATOR } from './reads.ts'
import type { Rendered } from './types.ts'
import type { Shared } from './work.ts'

/** Digests made so far, of objects that stay what they are. Those of one build serve the next where it has the same objects. */
export class Digests {
  readonly fields = new WeakMap<Renderable, string | null>()
  readonly own = new WeakMap<Renderable, string | null>()
  readonly bodies = new WeakMap<Renderable, string>()
  readonly contents = new WeakMap<Rendered, string>()
  readonly objects = new WeakMap<object, string | null>()
}

export interface Facts {
  /** The digest of the fact `name` for the document after `progress`; null where it is never the same again. */
  now(name: string, progress: Progress): string | null
  /** The digest of all that `doc` itself brings into its rendering; null where that cannot be told. */
  own(doc: Renderable): string | null
  /** The digest of its fields, as others see them; null likewise. */
  fields(doc: Renderable): string | null
}

/** Whether the fact `name` is that plugins took part whose work is recorded. */
export function isOfRecording(name: string): boolean {
  return name === `${RECORDED}${SEPARATOR}`
}

/** Whether the fact `name` is of a variable that stands. */
export function isOfStanding(name: string): boolean {
  return name.startsWith('standing:')
}

/** Whether a document may find another state of the fact `name` than the one before it did: it depends on the progress. */
export function changesByDocument(name: string): boolean {
  return CHANGING.test(name)
}

const CHANGING = /^(?:(?:content|excerpt|files|output)(?: of all)?|cached include|warned|standing):/

/** A fact that is not there: no such document, no excerpt yet. */
const NONE = '-'

const PARTS: ReadonlySet<string> = new Set<DocumentPart>(['content', 'excerpt', 'files', 'output', 'source'])

/** The facts of the site that `shared` is for. To be asked between the documents' turns. */
export function createFacts(shared: Shared, digests: Digests): Facts {
  const { drops, view } = shared
  const site = view.forPlugins()
  const known = new Map<string, string | null>()
  const ofAll = new WeakMap<Progress, Map<string, string | null>>()

  const fields = (doc: Renderable | undefined): string | null =>
    doc === undefined ? NONE : remembered(digests.fields, doc, () => digestOf(fieldsOf(doc)))
  const own = (doc: Renderable): string | null =>
    // whose template it has hangs on all other pages
    view.templateOf(doc) !== doc
      ? null
      : remembered(digests.own, doc, () =>
          joined([fields(doc), body(doc), doc.excerpt ?? NONE, `${doc.bodyLine}`]),
        )
  const body = (doc: Renderable): string => remembered(digests.bodies, doc, () => digest(doc.body))
  const object = <T extends object>(item: T | undefined, dataOf: (item: T) => unknown): string | null =>
    item === undefined ? NONE : remembered(digests.objects, item, () => digestOf(dataOf(item)))

  const ofDocument = (part: DocumentPart, doc: Renderable | undefined, progress: Progress): string | null => {
    if (doc === undefined) return NONE
    const rendered = progress.rendered(doc.id)
    switch (part) {
      case 'content':
        if (rendered !== undefined)
          return (
            rendered.contentDigest ?? remembered(digests.contents, rendered, () => digest(rendered.content))
          )
        return digest(shownBody(doc))
      case 'output':
        return rendered === undefined ? NONE : digest(rendered.output)
      case 'source':
        return own(doc)
      case 'files':
        return rendered === undefined ? NONE : digestOf(rendered.extraFiles)
      case 'excerpt': {
        const made = progress.excerpt(doc.id)
        return made === undefined ? NONE : digest(made)
      }
    }
  }
  /** What cannot be told is said where it is asked for: by the rendering. */
  const fieldOf = (read: () => unknown): string | null => {
    try {
      return view.fieldReads.digestOf(read())
    } catch {
      return null
    }
  }
  const documentsOf = (owner: string): readonly Renderable[] =>
    owner === '' ? view.pages() : view.documentsOf(owner)
  const file = (item: Renderable | StaticFile | undefined): string | null => {
    if (item === undefined) return NONE
    return 'kind' in item ? joined([item.id, fields(item)]) : object(item, staticOf)
  }

  /** Facts that are the same for all documents. */
  const settled = (kind: string, what: string): string | null => {
    switch (kind) {
      case 'fields':
        return fields(view.document(what))
      case 'fields of all':
        return joinedOf(documentsOf(what), fields)
      case 'documents':
        return joined(view.documentsOf(what).map(({ id }) => id))
      case 'newest posts':
        return joined(view.newestPosts().map(({ id }) => id))
      case 'terms':
        return digestOf(
          view.terms(what === 'tags' ? 'tags' : 'categories').map(({ name, posts }) => [name, posts]),
        )
      case 'next':
      case 'previous': {
        const doc = view.document(what)
        return doc?.kind === 'document' ? (view.neighbour(doc, kind)?.id ?? NONE) : NONE
      }
      case 'pages':
        return joined(view.pages().map(({ id }) => id))
      case 'html pages':
        return joined(view.htmlPages().map(({ id }) => id))
      case 'style sheets':
        return joined(view.stylesheets().map(({ id }) => id))
      case 'collections':
        return digestOf(
          [...view.collections().values()].map(({ name, label, metadata, directory, write }) => [
            name,
            label,
            metadata,
            directory,
            write,
          ]),
        )
      case 'static files':
        return joined([
          ...view.staticFiles().map((item) => object(item, staticOf)),
          ...[...view.collections().values()].flatMap(({ label, staticFiles }) => [
            label,
            ...staticFiles.map((item) => object(item, staticOf)),
          ]),
        ])
      case 'file at':
        return file(view.fileAt(what))
      case 'post':
        return file(view.post(what))
      case 'post of': {
        const [, year, month, day, slug = ''] = /^(-?\d+)-(\d+)-(\d+) (.*)$/s.exec(what) ?? []
        return file(view.postOf(new CalendarDate(Number(year), Number(month), Number(day)), slug))
      }
      case 'data': {
        const { data } = site
        const part = data instanceof Map && what !== '' ? data.get(what) : data
        return typeof part === 'object' && part !== null ? object(part, (all) => all) : digestOf(part)
      }
      case 'setting':
        return view.hasSetting(what) ? digestOf(view.setting(what)) : NONE
      case 'settings':
        return digestOf(view.settings())
      case 'layout':
        return object(view.layout(what), layoutOf)
      case 'include':
        return object(view.include(what), includeOf)
      case 'text': {
        const [path = '', folder] = what.split('\0')
        const text = view.readText(path, folder)
        return text === undefined ? NONE : digest(text)
      }
      case 'bytes': {
        const bytes = view.readBytes(what)
        return bytes === undefined ? NONE : sha256(bytes)
      }
      case 'picture':
        return view.pictureAt(what)?.digest ?? NONE
      case 'time':
        return digestOf(site.time)
      case 'day':
        return digestOf(dateOfTime(site.time))
      case 'now':
        return digestOf(site.now)
      case 'variable':
        return digestOf(site.config.variables[what])
      case 'site field':
        return fieldOf(() => drops.fields.site.get(what)?.())
      case 'value':
        return fieldOf(() => drops.fields.values.get(what)?.())
      case 'field': {
        const [name = '', id = ''] = what.split('\0')
        const doc = site.renderables.get(id)
        return doc === undefined ? NONE : fieldOf(() => drops.fields.document.get(name)?.(doc))
      }
      case 'everything':
        return joined([
          ...[...site.renderables].flatMap(([id, doc]) => [id, own(doc)]),
          ...[...site.layouts].flatMap(([name, layout]) => [name, object(layout, layoutOf)]),
          ...[...site.includes].flatMap(([name, include]) => [name, object(include, includeOf)]),
          ...['collections:', 'static files:', 'data:', 'pages:'].map(lasting),
          [...site.renderables.values()].some(isUndated) ? lasting('time:') : NONE,
        ])
      case RECORDED:
        return shared.recording?.isOn() === true ? RECORDED : null
      default:
        return null
    }
  }
  const lasting = (name: string): string | null => {
    let found = known.get(name)
    if (found === undefined) {
      const at = name.indexOf(SEPARATOR)
      found = settled(name.slice(0, at), name.slice(at + 1))
      known.set(name, found)
    }
    return found
  }
  const partsOfAll = (name: string, progress: Progress, part: DocumentPart, owner: string): string | null => {
    let here = ofAll.get(progress)
    if (here === undefined) {
      here = new Map()
      ofAll.set(progress, here)
    }
    let found = here.get(name)
    if (found === undefined) {
      found = joinedOf(documentsOf(owner), (doc) => ofDocument(part, doc, progress))
      here.set(name, found)
    }
    return found
  }
  return {
    own,
    fields,
    now(name, progress) {
      const at = name.indexOf(SEPARATOR)
      const kind = name.slice(0, at)
      const what = name.slice(at + 1)
      if (isPart(kind)) return ofDocument(kind, view.document(what), progress)
      const part = kind.slice(0, kind.indexOf(' '))
      if (kind.endsWith(' of all') && isPart(part)) return partsOfAll(name, progress, part, what)
      switch (kind) {
        case 'cached include': {
          const made = progress.cachedInclude(what)
          return made === undefined ? NONE : digest(made)
        }
        case 'warned':
          return progress.warned(what) ? 'yes' : NONE
        case 'standing':
          return progress.standing[what === 'layout' ? 'layout' : 'content'].key
        // Found in no time, and seldom asked for twice.
        case 'fields':
        case 'next':
        case 'previous':
          return settled(kind, what)
        default:
          return lasting(name)
      }
    },
  }
}

function isPart(kind: string): kind is DocumentPart {
  return PARTS.has(kind)
}

function remembered<Key extends object, Made extends string | null>(
  known: WeakMap<Key, Made>,
  key: Key,
  make: () => Made,
): Made {
  let made = known.get(key)
  if (made === undefined) {
    made = make()
    known.set(key, made)
  }
  return made
}

function digestOf(data: unknown): string | null {
  const text = dataText(data)
  return text === undefined ? null : digest(text)
}

/** The digest of what `digestFor` says of each of `documents`, in their order; null where one of it cannot be told. */
function joinedOf(
  documents: readonly Renderable[],
  digestFor: (doc: Renderable) => string | null,
): string | null {
  let text = ''
  for (const doc of documents) {
    const part = digestFor(doc)
    if (part === null) return null
    text += `${doc.id.length}:${doc.id}${part} `
  }
  return digest(text)
}

function joined(parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : digest(parts.map((part) => `${part?.length}:${part}`).join(''))
}

/**
 * All of a document but its text. Where its file lies and when it was changed no template sees; a date that is the
 * site's time is a fact of its own, or no undated document would ever hold.
 */
function fieldsOf(doc: Renderable): unknown {
  const { file, body: _, bodyLine: __, excerpt, home, ...others } = doc
  const { path, origin, changed } = file
  const parts = [path, origin, changed, excerpt === null, home.label]
  if (!isUndated(doc)) return [parts, others]
  const data = [...doc.data].map(([key, value]) => [key, value === home.time ? UNDATED : value])
  return [parts, { ...others, data, date: UNDATED }]
}

const UNDATED = 'undated'

function staticOf({ file, ...others }: StaticFile): unknown {
  const { path, origin, size, mtime, changed } = file
  return [path, origin, size, mtime, changed, others]
}

function layoutOf({ name, file, data, body, bodyLine, ext }: Layout): unknown {
  return [name, file.path, file.origin, data, body, bodyLine, ext]
}

function includeOf({ path, text, file, invalid }: Include): unknown {
  return [path, text, file.path, file.origin, invalid]
}
