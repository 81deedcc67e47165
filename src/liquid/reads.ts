/**
 * Static analysis: which variables and partials a template can touch. Too much is fine, too little is not: a name that
 * is assigned somewhere is still reported where it is read.
 */
import type { Condition } from './condition.ts'
import type { Expr } from './expression.ts'
import { isText, type Text } from './literal-text.ts'
import type { Output } from './output.ts'
import type { TemplateReads } from './types.ts'

/** What can name its reads. */
export interface Readable {
  reads(r: ReadCollector): void
}

interface Body {
  readonly items: readonly (Readable | Text)[]
}

export class ReadCollector {
  private readonly variables = new Set<string>()
  private readonly partials = new Set<string>()
  private isDynamic = false
  /** loop variables in force and the path their values come from (undefined: from no variable) */
  private readonly locals: { readonly name: string; readonly path: string | undefined }[] = []

  result(): TemplateReads {
    return {
      variables: [...this.variables].sort(),
      partials: [...this.partials].sort(),
      dynamic: this.isDynamic,
    }
  }

  dynamic(): void {
    this.isDynamic = true
  }

  partial(name: Expr): void {
    if (name.kind === 'literal' && typeof name.value === 'string') this.partials.add(name.value)
    else {
      this.isDynamic = true
      this.expr(name)
    }
  }

  partialNamed(name: string): void {
    this.partials.add(name)
  }

  /** Notes `expr`; gives its path when it is a variable. */
  expr(expr: Expr | undefined): string | undefined {
    if (expr === undefined) return undefined
    if (expr.kind === 'range') {
      this.expr(expr.from)
      this.expr(expr.to)
      return undefined
    }
    if (expr.kind !== 'lookup') return undefined
    for (const step of expr.steps) if (typeof step.key !== 'string') this.expr(step.key)
    let path: string | undefined
    if (typeof expr.name === 'string') path = this.root(expr.name)
    else {
      this.expr(expr.name)
      path = '*'
    }
    if (path === undefined) return undefined
    for (const step of expr.steps) path += typeof step.key === 'string' ? `.${step.key}` : '.*'
    this.variables.add(path)
    return path
  }

  private root(name: string): string | undefined {
    for (let i = this.locals.length - 1; i >= 0; i--) {
      const local = this.locals[i]!
      if (local.name === name) return local.path
    }
    return name
  }

  output(output: Output): string | undefined {
    for (const filter of output.filters) {
      for (const arg of filter.args) this.expr(arg)
      for (const [, value] of filter.keywords) this.expr(value)
    }
    return this.expr(output.value)
  }

  condition(condition: Condition | undefined): void {
    for (let part = condition; part !== undefined; part = part.next) {
      this.expr(part.left)
      this.expr(part.right)
    }
  }

  body(body: Body): void {
    for (const item of body.items) if (!isText(item)) item.reads(this)
  }

  /** `body` with the loop variable `name`, whose values are the items of `path`. */
  loop(name: string, path: string | undefined, drop: string, body: Body): void {
    this.locals.push(
      { name, path: path === undefined ? undefined : `${path}.*` },
      { name: drop, path: undefined },
    )
    this.body(body)
    this.locals.length -= 2
  }
}
