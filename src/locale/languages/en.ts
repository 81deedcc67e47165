/**
 * The words that pages of ours show, in English: what every other language has, too. `{1}` is the first of what a phrase
 * is given; a phrase that counts has a form for each plural of its language (`Intl.PluralRules`).
 */
export const en = {
  skip: 'Skip to the text',
  menu: 'Site',
  home: 'Home page',
  dark: 'Dark colours',
  on_this_page: 'On this page',

  posts: { one: '{1} post', other: '{1} posts' },
  all_posts: { one: 'The one post', other: 'All {1} posts' },
  archive: 'Archive',
  tag: 'Tag',
  tags: 'Tags',
  by_tag: 'by tag',
  category: 'Category',
  categories: 'Categories',
  by_category: 'by category',
  series: 'Series',
  in_order: 'in order',
  part: 'Part {1} of {2} in {3}',
  earlier: 'Earlier',
  later: 'Later',
  neighbours: 'Earlier and later posts',
  newer: 'Newer',
  older: 'Older',
  page: 'Page {1} of {2}',
  pages: 'Pages of posts',

  by: 'By {1}',
  revised: 'revised {1}',
  minutes: { one: '{1} min', other: '{1} min' },
  today: 'today',
  employers: 'Employers',
  by_employer: 'Posts by employer',
  work_at: 'Work done at {1}.',
  website: 'Website',
  official_blog: 'Official blog',
  author: 'The author',
  elsewhere: '{1} elsewhere',
  email: 'E-mail',

  languages: 'Languages',
  draft: 'Draft',
  future: 'Not published yet',
  pinned: 'Pinned',
  related: 'Related posts',
  edit: 'Edit this page',
  authors: 'Authors',
  share: 'Share',
  newsletter: 'New posts by e-mail',
  email_address: 'E-mail address',
  subscribe: 'Subscribe',
  offline: 'No connection',
  offline_text: 'This page has not been kept on this device. Pages that you have read may be there.',

  texts_under: 'Texts under {1}.',
  credits: 'Credits',
  reuse: 'Reuse and cite',
  not_covered: 'Not covered: {1}.',
  credit_text: 'Credit line as plain text',
  credit_html: 'Credit line as HTML',
  credit_markdown: 'Credit line as Markdown',
  cite_as: 'Cite as:',

  quoted: '“{1}”',
  credit_by: '{1} by {2}',
  image: 'Image',
  icon: 'Icon',
  font: 'Font',
  logo: 'Logo',
  photo: 'Photo',
  text: 'Text',
  video: 'Video',
  audio: 'Recording',
  work: 'Work',
  licensed: 'Licensed under {1}',
  under_license: 'licensed under {1}',
  under_terms: 'This work is under {1}.',
  terms_below: 'the terms below',
  logos_of: { one: 'the logo of {2}', other: 'the logos of {2}' },
  all_rights: 'All rights reserved: ask before you use this.',
  public_domain: 'You may use, change and share this for any purpose, with no conditions at all.',
  cc_by:
    'You may share and change this work for any purpose, even commercially, as long as you name its author, say what you changed and link the licence.',
  cc_by_sa:
    'You may share and change this work for any purpose, even commercially, as long as you name its author, say what you changed, link the licence and share what you make of it under the same licence.',
  cc_by_nd:
    'You may share this work unchanged for any purpose, even commercially, as long as you name its author and link the licence.',
  cc_by_nc:
    'You may share and change this work for purposes that are not commercial, as long as you name its author, say what you changed and link the licence.',
  cc_by_nc_sa:
    'You may share and change this work for purposes that are not commercial, as long as you name its author, say what you changed, link the licence and share what you make of it under the same licence.',
  cc_by_nc_nd:
    'You may share this work unchanged for purposes that are not commercial, as long as you name its author and link the licence.',

  comments: 'Comments',
  show_comments: 'Show comments',
  comments_giscus: 'They are loaded from giscus.app, which uses GitHub Discussions.',
  comments_utterances: 'They are loaded from utteranc.es, which uses GitHub issues.',
  comments_there: 'Comments on GitHub',

  search: 'Search',
  search_words: 'Words or a “phrase”',
  search_script: 'Searching needs JavaScript.',
  found: { one: '{1} page', other: '{1} pages' },
  found_first: { one: '{1} page, the first {2}', other: '{1} pages, the first {2}' },
  found_none: 'Nothing found for “{1}”.',
  search_broken: 'The search index cannot be loaded.',

  code: 'Code',
  terminal: 'Terminal',
  table: 'Table {1}',
  copy: 'Copy',
  copied: 'Copied',
  not_allowed: 'Not allowed',
  footnote: 'Footnote {1}',
  link_to: 'Link to: {1}',

  figure_words: 'In words',
  figure: 'Figure {1}',
  section: 'Section “{1}”',
  section_numbered: 'Section {1}',
  references: 'References',
  and_others: '{1} et al.',
  no_date: 'n.d.',
  edited_by: '{1} (ed.)',
  in_work: 'In {1}',
  cited_page: 'p. {1}',
  cited_pages: 'pp. {1}',
  edition: '{1} ed.',
  back_to_citation: 'Back to the citation',

  not_found: 'Nothing at this address',
  not_found_text: 'The page may have moved, or the link may be mistyped.',
  moved: 'Moved',
  moved_text: 'The page is here now.',
  atom_feed: 'Atom feed',
  json_feed: 'JSON feed',
} as const

export type PhraseName = keyof typeof en
/** A text, or one for each plural that the language has; `other` for what has none of its own. */
export type Phrase =
  | string
  | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string })
export type Phrases = Readonly<Record<PhraseName, Phrase>>
