/** Facts that hold without a look at them, because what they are about is the same object as in the build before. */
import type { Facts } from '../../render/index.ts'
import type { DocId, Renderable, Site } from '../../site/index.ts'

/** Whether collections and pages list the same documents. */
function sameLists(site: Site, before: Site): boolean {
  if (site.collections.size !== before.collections.size) return false
  if (!sameItems(site.pages, before.pages, ({ id }, other) => id === other.id)) return false
  return [...site.collections].every(([name, { label, documents }]) => {
    const old = before.collections.get(name)
    return old?.label === label && sameItems(documents, old.documents, (id, other) => id === other)
  })
}

function sameItems<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return one.length === other.length && one.every((item, index) => same(item, other[index]!))
}

/**
 * Whether the fact of that name (render/reads.ts), which held in the build of `before`, surely holds for `site`, made by
 * the same process under the same settings. Never true of facts that change from document to document.
 */
export function untouchedFacts(site: Site, before: Site, facts: Facts): (name: string) => boolean {
  const changed = new Map<DocId, Renderable>()
  const old = before.renderables.entries()
  let ordered = site.renderables.size === before.renderables.size
  for (const [id, doc] of site.renderables) {
    const [oldId, oldDoc] = old.next().value ?? []
    if (oldId !== id) {
      ordered = false
      break
    }
    if (oldDoc !== doc) changed.set(id, doc)
  }
  if (!ordered || !sameLists(site, before)) return () => false
  const sameFields = [...changed].every(([id, doc]) => {
    const oldDoc = before.renderables.get(id)
    const digest = facts.fields(doc)
    return oldDoc !== undefined && digest !== null && digest === facts.fields(oldDoc)
  })
  const sameSettings = site.config === before.config
  return (name) => {
    const colon = name.indexOf(':')
    switch (name.slice(0, colon)) {
      case 'fields':
        return sameFields || !changed.has(name.slice(colon + 1))
      case 'fields of all':
      case 'terms':
        return sameFields
      case 'next':
      case 'previous':
      case 'documents':
      case 'newest posts':
      case 'pages':
        return true
      case 'setting':
      case 'settings':
        return sameSettings
      default:
        return false
    }
  }
}
