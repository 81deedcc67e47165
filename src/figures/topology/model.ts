/** What a topology is made of. */
import type { Tint } from '../graph/attributes.ts'
import type { Wire } from '../graph/wire.ts'
import type { Cell } from '../grid/ways.ts'
import type { Icon } from '../icons/icon.ts'

export interface Port {
  readonly name: string
  readonly address: string
}

interface Thing {
  /** its place in the text's order: names come from strangers */
  readonly key: string
  readonly name: string
  readonly title: string
  /** the word of its line: `switch` */
  readonly type: string
  readonly tint?: Tint
}

export interface Node extends Thing {
  readonly kind: 'node'
  readonly icon?: Icon
  readonly addresses: readonly string[]
  readonly ports: readonly Port[]
  readonly href?: string
  /** where the text says that it stands */
  readonly at?: Cell
}

export interface Group extends Thing {
  readonly kind: 'group'
  readonly members: readonly Member[]
}

export type Member = Node | Group

/** Steps over links, numbered. */
export interface Path {
  readonly title: string
  readonly tint?: Tint
  readonly steps: readonly Wire[]
}

export interface Topology {
  readonly members: readonly Member[]
  readonly links: readonly Wire[]
  readonly paths: readonly Path[]
}

/** All nodes and groups, each before what is in it. */
export function* allOf(members: readonly Member[]): Generator<Member> {
  for (const member of members) {
    yield member
    if (member.kind === 'group') yield* allOf(member.members)
  }
}
