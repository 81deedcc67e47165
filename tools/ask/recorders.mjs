/**
 * Who asks a reference about which files, by their paths from the root. A recorder with `ask` answers, for every case of
 * a fixture file, the sections that `isAnswer` knows; one with `record` writes its answers itself.
 */
import { baseTables } from './recorders/base-tables.mjs'
import { changedData } from './recorders/changed-data.mjs'
import { compose } from './recorders/compose.mjs'
import { errors } from './recorders/errors.mjs'
import { features } from './recorders/features.mjs'
import { flags } from './recorders/flags.mjs'
import { highlight } from './recorders/highlight.mjs'
import { kramdown } from './recorders/kramdown.mjs'
import { liquid } from './recorders/liquid.mjs'
import { models } from './recorders/models.mjs'
import { pages } from './recorders/pages.mjs'
import { configs, excerpts, urls } from './recorders/site-values.mjs'
import { sites } from './recorders/sites.mjs'
import { themes } from './recorders/themes.mjs'
import { twins } from './recorders/twins.mjs'

export const RECORDERS = [
  baseTables,
  changedData,
  compose,
  configs,
  errors,
  excerpts,
  features,
  flags,
  highlight,
  kramdown,
  liquid,
  models,
  pages,
  sites,
  themes,
  twins,
  urls,
]
