/** Jekyll's order of documents. */
import {
  compareStrings,
  compareTimes,
  compareValues,
  type Diagnostic,
  mergeSort,
  rubyToS,
  type Value,
} from '../base/index.ts'
import type { Document } from './types.ts'

/**
 * Documents as a collection sorts them when it is read: by date, then by path. Those without a date of their own (their
 * date is the site's time) compare with any other by path only, so the result depends on the way of sorting: it is
 * glibc's merge sort, as under Ruby on Linux.
 */
export function inReadOrder(documents: readonly DatedDocument[]): readonly Document[] {
  return mergeSort(documents, compareRead).map(({ document }) => document)
}

function compareRead(a: DatedDocument, b: DatedDocument): number {
  return (
    (a.dated && b.dated ? compareTimes(a.document.date, b.document.date) : 0) ||
    compareStrings(a.document.file.path, b.document.file.path)
  )
}

/** A document as read, and whether it has a date of its own. */
export interface DatedDocument {
  readonly document: Document
  readonly dated: boolean
}

/** By date, then by path; by path alone where one has no date yet, which makes the way of sorting count here, too. */
export function compareDocuments(a: Document, b: Document): number {
  const undated = a.undated === true || b.undated === true
  return (undated ? 0 : compareTimes(a.date, b.date)) || compareStrings(a.file.path, b.file.path)
}

/**
 * Documents by the front matter key `key`; those without it last, each with a warning whenever the sort meets it beside
 * one that has it (the sequence of warnings is glibc's merge sort's, which Ruby uses). What cannot be compared goes by
 * date and path. `documents` are as they were read.
 */
export function sortByKey(
  documents: readonly DatedDocument[],
  key: string,
): { documents: readonly Document[]; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const missing = (doc: Document): void => {
    diagnostics.push({
      code: 'site/sort-key-missing',
      severity: 'warning',
      topic: 'Sort warning:',
      message: `'${key}' not defined in ${doc.file.path}`,
      trail: [],
    })
  }
  const keyOf = ({ document, dated }: DatedDocument): Value =>
    (key === 'date' && !dated ? null : document.data.get(key)) ?? null
  const compare = (a: DatedDocument, b: DatedDocument): number => {
    const x = keyOf(a)
    const y = keyOf(b)
    if (x !== null && y === null) {
      missing(b.document)
      return -1
    }
    if (x === null && y !== null) {
      missing(a.document)
      return 1
    }
    return compareValues(x, y) || compareRead(a, b)
  }
  return { documents: mergeSort(documents, compare).map(({ document }) => document), diagnostics }
}

/**
 * Documents in the order of the list `order` of paths within the collection; those it does not name follow as they were.
 */
export function sortByList(
  documents: readonly Document[],
  order: readonly Value[],
  directory: string,
): readonly Document[] {
  const byPath = new Map(documents.map((doc) => [doc.file.path, doc]))
  const named = new Set<Document>()
  for (const path of order) {
    const doc = byPath.get(`${directory}/${rubyToS(path)}`)
    if (doc !== undefined) named.add(doc)
  }
  return [...named, ...documents.filter((doc) => !named.has(doc))]
}
