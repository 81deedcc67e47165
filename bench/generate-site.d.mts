/** Writes the blog of `posts` posts for `kinds` below `directory`, each unless it is there already. */
export declare function generateSite(
  posts: number,
  directory: string,
  options?: { readonly flavour?: string; readonly kinds?: readonly string[] },
): void
