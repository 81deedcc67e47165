/** `paginate:` and `paginate_path:`, which Jekyll's own configuration has. */
import { type Config, isTruthy, rubyToS } from '../../plugin-api.ts'

interface PaginateOptions {
  /** posts on a page; not positive: there are no further pages */
  readonly perPage: number
  /** `:num` is the page's number */
  readonly path: string
}

const PATH = '/page:num'

/** Undefined where the site is not paginated. */
export function paginateOptions({ data }: Config): PaginateOptions | undefined {
  const written = data.get('paginate')
  if (!isTruthy(written)) return undefined
  return {
    perPage: Number.parseInt(rubyToS(written), 10) || 0,
    path: rubyToS(data.get('paginate_path') ?? PATH),
  }
}
