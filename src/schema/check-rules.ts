/** Every rule of `whirl check`: its code, how grave it is by default, and what it is about. */
export const CHECK_RULES = {
  'check/broken-link': {
    severity: 'error',
    about: 'a link or file reference inside the site that leads nowhere',
  },
  'check/broken-anchor': { severity: 'error', about: 'a fragment (`#part`) that its page does not have' },
  'check/bad-url': { severity: 'error', about: 'an invalid URL' },
  'check/missing-baseurl': {
    severity: 'error',
    about: 'a link to a file of the site that lacks its `baseurl`',
  },
  'check/outside-baseurl': { severity: 'warning', about: 'a link on the own host that leaves `baseurl`' },
  'check/external-link': {
    severity: 'error',
    about: 'a link to another site that does not answer (`--external`)',
  },
  'check/moved-link': {
    severity: 'warning',
    about: 'a link to another site that has moved for good (`--external`)',
  },
  'check/image-alt': { severity: 'error', about: 'an image without `alt`' },
  'check/empty-alt': { severity: 'warning', about: 'an image written `![](…)`, without words' },
  'check/image-size': { severity: 'warning', about: 'an image without `width` and `height`' },
  'check/broken-image': { severity: 'error', about: 'an image file that cannot be decoded' },
  'check/raw-formula': { severity: 'error', about: 'a formula that readers see as TeX' },
  'check/heading-order': { severity: 'warning', about: 'a heading that skips a level' },
  'check/duplicate-id': { severity: 'error', about: 'an id that a page has twice' },
  'check/no-title': { severity: 'error', about: 'a page without a title' },
  'check/no-lang': { severity: 'warning', about: 'a page that does not say its language' },
  'check/no-url': { severity: 'warning', about: 'a site with feeds or a sitemap that has no `url`' },
  'check/feed': { severity: 'error', about: 'a feed that readers refuse or misread' },
} as const satisfies Readonly<Record<string, { severity: 'error' | 'warning'; about: string }>>

export type CheckRule = keyof typeof CHECK_RULES
