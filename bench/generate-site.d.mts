/** Writes both sites with `posts` posts below `directory`, unless they are there already. */
export declare function generateSite(posts: number, directory: string): void
