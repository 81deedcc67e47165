/** Plugins: what one is, those that come with the program, and running them. */
export * from './api.ts'
export { REMOTE_THEME } from './built-in.ts'
export * from './change-site.ts'
export { checkedPlugin, looksLikePlugin } from './check-plugin.ts'
export { clashes } from './clashes.ts'
export * from './define-config.ts'
export { type DocumentPlace, placesIn } from './document-places.ts'
export { matchesEntry } from './entry-patterns.ts'
export { failureOf, guarded, missingPackages, PluginFailure } from './guard.ts'
export { hasUrl } from './has-url.ts'
export type * from './hook-table.ts'
export { collectionHooks } from './hook-table.ts'
export { byPriority, type HookRunner, hookRunner } from './hooks.ts'
export { gemAdvice } from './known-gems.ts'
export { leftOutPlugins } from './left-out.ts'
export { makePage, type PageParts } from './make-page.ts'
export type { MarkdownContext, MarkdownExtras, WrittenSyntax } from './markdown-extras.ts'
export { isMarkdown } from './markdown-files.ts'
export { markdownBlock, markdownBody, markdownLine } from './markdown-pieces.ts'
export { newDocumentFields } from './new-document.ts'
export { packagesOf, pluginOptions, settingsOf } from './options.ts'
export type * from './origin.ts'
export { outputExtWith, withOutputExts } from './output-ext.ts'
export { type CodeBlockWriters, type MarkdownParts, type PluginParts, pluginParts } from './parts.ts'
export { languageOf, ownPhrases, phraseFilters, phraseOn, type Say } from './phrases.ts'
export { runChecks } from './run-checks.ts'
export { runGenerators } from './run-generators.ts'
export * from './services.ts'
export { type SiteLanguages, siteLang, siteLanguages } from './settings/languages.ts'
export * from './site-languages.ts'
export { strictTemplateWarning } from './strict-template.ts'
export { type TagText, tagText } from './tag-text.ts'
export { fromValue, toValue } from './to-value.ts'
export { noting } from './unrepeatable.ts'
export * from './values.ts'
export {
  gemfileGems,
  isBuiltIn,
  type MissingPlugin,
  missingPlugins,
  pluginsFor,
  wantedPlugins,
} from './wanted.ts'
