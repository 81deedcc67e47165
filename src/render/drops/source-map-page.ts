/**
 * Source maps as pages: Jekyll's Sass converter adds a page to the site for each map it makes, so templates that come
 * later find it in `site.pages`.
 */
import { basename, dirname } from '../../base/index.ts'
import type { Page } from '../../site/index.ts'
import type { ExtraFile } from '../types.ts'
import { PageDrop } from './page.ts'
import type { SiteDrops } from './types.ts'

export class SourceMapDrop extends PageDrop {
  /** @param styles the page of the style sheet */
  constructor(
    private readonly map: Page,
    drops: SiteDrops,
    private readonly styles: Page,
  ) {
    super(map, drops)
  }

  override get documentId(): undefined {
    return undefined
  }

  /** Its fields are those of the style sheet. */
  override get page(): Page {
    this.drops.view.fields(this.styles)
    return this.map
  }

  override inspect(): string {
    return `#<Jekyll::SourceMapPage @name="${this.page.name}">`
  }
}

/** The page that Jekyll makes of a map of `styles`: it shares the stylesheet's data. */
export function sourceMapDrop(styles: Page, map: ExtraFile, drops: SiteDrops): SourceMapDrop {
  const name = basename(map.outputPath)
  const folder = dirname(styles.file.path)
  const page: Page = {
    ...styles,
    id: `${styles.id}#map`,
    name,
    file: { ...styles.file, path: folder === '.' ? name : `${folder}/${name}` },
    body: map.text,
    url: `/${map.outputPath}`,
    outputPath: map.outputPath,
    ext: '.map',
    outputExt: '.map',
    excerpt: null,
  }
  return new SourceMapDrop(page, drops, styles)
}
