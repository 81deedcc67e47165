/** Versions of the reference's libraries that are told apart: each prints something else than the one before it. */

/** Rouge, oldest first. 4.0 to 4.4 print as 4.1 does, as far as samples of them could be had; 4.6 as 4.5 or 4.7. */
export const ROUGE_VERSIONS = ['3.26', '3.30', '4.1', '4.5', '4.7', '5.1'] as const
export type RougeVersion = (typeof ROUGE_VERSIONS)[number]
