/**
 * Lines to a topology.
 *
 *     host h1 "Server 1"                a group: nodes are indented below it
 *       namespace red
 *         vm vm1 "VM 1" address=10.0.0.2 href=/vm/ tint=good
 *           port eth0 10.0.0.2/24
 *     switch s1
 *     vm1:eth0 -- s1 "10 Gb/s" style=dashed
 *     path "ARP request" vm1 -> s1 tint=accent
 */

import { attributesOf, hrefOf, TINTS, type Told, wordOf } from '../graph/attributes.ts'
import { arrowsIn, connectionIn, isConnection } from '../graph/connection.ts'
import { STYLES, type Wire } from '../graph/wire.ts'
import { iconAt, iconNamed } from '../icons/icon.ts'
import { type DrawContext, type FigureText, wholeOf } from '../kind.ts'
import { FigureError, unknownWord } from '../language/fault.ts'
import { type Line, textOf, type Word } from '../language/lines.ts'
import { allOf, type Group, type Member, type Node, type Path, type Port, type Topology } from './model.ts'
import { cellOf, checkPlaces, hasPlaces } from './places.ts'
import { GROUP_TYPES, LONE_TYPES, NODE_TYPES, TYPES } from './types.ts'

/** More than these cannot be looked at, and take long to be laid out. */
const MOST_THINGS = 150
const MOST_LINKS = 300
/** Where ELK finds the places: more, or denser, takes many seconds, and shows nothing. */
const LAID_OUT = { most: 200, always: 100, ofEach: 5 } as const
const DEEPEST = 6

type Context = Pick<DrawContext, 'fault' | 'readFile'>

export function parseTopology(figure: FigureText, context: Context): Topology {
  const count = { things: 0 }
  const isLink = (line: Line): boolean => isConnection(line.words)
  const links: Line[] = []
  const things = figure.lines.filter((line) => {
    if (isLink(line)) links.push(line)
    return !isLink(line)
  })
  const names = new Map<string, Member>()
  const spans = new Map<string, Word['span']>()
  const members = membersOf(things, { context, count, names, spans, depth: 0, links })
  checkPlaces(members, spans, context)
  const ends = new Ends(names, hasPlaces(members), context)
  const wires: Wire[] = []
  const paths: Path[] = []
  const most = hasPlaces(members)
    ? MOST_LINKS
    : Math.min(LAID_OUT.most, Math.max(LAID_OUT.always, LAID_OUT.ofEach * count.things))
  let next = 1
  let total = 0
  for (const line of links) {
    const isPath = isPathLine(line)
    total += arrowsIn(line.words)
    if (total > most)
      throw new FigureError(
        `The figure has more than ${most} links`,
        line.span,
        most === MOST_LINKS
          ? 'part it into several figures'
          : `part it into several figures, or say where each of its ${count.things} nodes stands: \`at=2,1\``,
      )
    if (!isPath) wires.push(...linksOf(line, ends, context))
    else {
      const path = pathOf(line, ends, context, next)
      if (path === undefined) continue
      paths.push(path.path)
      next = path.next
    }
  }
  if (members.length === 0 && figure.lines.length === 0)
    context.fault({
      message: 'The figure has no nodes',
      span: wholeOf({ text: figure.text.trimEnd() }),
      help: 'write a line for each: `switch s1 "Switch"`',
    })
  return { members, links: wires, paths }
}

const isPathLine = ({ words }: Line): boolean =>
  words[0]!.text === 'path' && !words[0]!.isQuoted && !isConnection(words.slice(1, 2))

interface Parsing {
  readonly context: Context
  readonly count: { things: number }
  readonly names: Map<string, Member>
  /** where the line of each thing is, by its key */
  readonly spans: Map<string, Word['span']>
  readonly depth: number
  /** links that stand in groups too */
  readonly links: Line[]
}

function membersOf(lines: readonly Line[], parsing: Parsing): readonly Member[] {
  const { context, count, names, spans, links } = parsing
  const members: Member[] = []
  for (const line of lines) {
    if (isConnection(line.words)) {
      links.push(line)
      continue
    }
    const [type, name] = line.words as [Word, Word | undefined]
    if (type.isQuoted || !TYPES.includes(type.text) || type.text === 'path') {
      context.fault(
        type.text === 'path'
          ? {
              message: 'A path leads from node to node',
              span: line.span,
              help: 'write `path "Request" a -> b -> c`',
            }
          : unknownWord(type, TYPES, 'type'),
      )
      continue
    }
    if (++count.things > MOST_THINGS)
      throw new FigureError(
        `The figure has more than ${MOST_THINGS} nodes and groups`,
        line.span,
        'part it into several figures',
      )
    const key = `n${count.things}`
    spans.set(key, line.span)
    const member = memberOf(line, key, parsing)
    if (name === undefined && !NODE_TYPES.has(type.text) && member.kind === 'group')
      context.fault({
        message: `A ${type.text} has a name`,
        span: line.span,
        help: `write \`${type.text} a "What is to be read"\``,
      })
    if (names.has(member.name))
      context.fault({
        message: `Two things are called "${member.name}"`,
        span: (name ?? type).span,
        help: 'give one of them another name',
      })
    names.set(member.name, member)
    members.push(member)
  }
  return members
}

function memberOf(line: Line, key: string, parsing: Parsing): Member {
  const { context, depth } = parsing
  const type = line.words[0]!.text
  const named = line.words[1]?.attribute === undefined ? line.words[1] : undefined
  const name = named?.text ?? type
  const written = textOf(line.words, 2)
  const title = written === '' ? name : written
  const isPort = (child: Line): boolean => child.words[0]!.text === 'port' && !child.words[0]!.isQuoted
  const ports = line.children.filter(isPort)
  const others = line.children.filter((child) => !isPort(child))
  if (GROUP_TYPES.has(type) && (others.length > 0 || !LONE_TYPES.has(type))) {
    if (depth >= DEEPEST)
      throw new FigureError(
        `Groups lie within each other more than ${DEEPEST} deep`,
        line.span,
        'part it into several figures',
      )
    for (const port of ports)
      context.fault({
        message: 'A group has no ports',
        span: port.span,
        help: 'give them to a node in it: `nic eth0`',
      })
    const attributes = attributesOf(line.words, ['tint', 'at'], context)
    const tint = wordOf(attributes.get('tint'), TINTS, 'tint', context)
    const at = attributes.get('at')
    if (at !== undefined)
      context.fault({
        message: 'A group stands where its nodes do',
        span: at.valueSpan,
        help: 'write `at=2,1` for each of them',
      })
    const members = membersOf(others, { ...parsing, depth: depth + 1 })
    if (others.length === 0)
      context.fault({
        message: `The ${type} "${title}" has nothing in it`,
        span: line.span,
        help: 'indent the lines of its nodes',
      })
    return {
      kind: 'group',
      key,
      name,
      title,
      type,
      members,
      ...(tint === undefined ? {} : { tint }),
    } satisfies Group
  }
  for (const other of others)
    context.fault({
      message: isConnection(other.words) ? 'A link stands in no node' : `A ${type} has only ports below it`,
      span: other.span,
      help: `write \`port eth0 10.0.0.1/24\`, or take a group: ${[...GROUP_TYPES.keys()].join(', ')}`,
    })
  return nodeOf(line, { key, name, title, type }, ports, context)
}

function nodeOf(
  line: Line,
  thing: Pick<Node, 'key' | 'name' | 'title' | 'type'>,
  ports: readonly Line[],
  context: Context,
): Node {
  const attributes = attributesOf(line.words, ['icon', 'address', 'tint', 'href', 'at'], context)
  const at = cellOf(attributes.get('at'), context)
  const tint = wordOf(attributes.get('tint'), TINTS, 'tint', context)
  const href = hrefOf(attributes.get('href'), context)
  const icon = iconOf(attributes.get('icon'), thing.type, context)
  const addresses = (attributes.get('address')?.value ?? '').split(/[\s,]+/).filter((each) => each !== '')
  return {
    kind: 'node',
    ...thing,
    addresses,
    ports: ports.flatMap((port) => portOf(port, context)),
    ...(tint === undefined ? {} : { tint }),
    ...(href === undefined ? {} : { href }),
    ...(at === undefined ? {} : { at }),
    ...(icon === undefined ? {} : { icon }),
  }
}

function portOf(line: Line, context: Context): readonly Port[] {
  const [, name, address, more] = line.words
  if (name === undefined || more !== undefined || line.children.length > 0) {
    context.fault({
      message: 'A port has a name and an address',
      span: line.span,
      help: 'write `port eth0 10.0.0.1/24`',
    })
    return []
  }
  return [{ name: name.text, address: address?.text ?? '' }]
}

function iconOf(attribute: Word['attribute'], type: string, context: Context): Node['icon'] | undefined {
  if (attribute === undefined) {
    const own = LONE_TYPES.get(type) ?? NODE_TYPES.get(type)
    return own === undefined ? undefined : iconNamed(own)
  }
  return iconAt(attribute, context)
}

interface End {
  readonly member: Member
  readonly port?: Port
}

/** What names of links mean: `s1`, or `s1:eth0`. */
class Ends {
  private readonly inside = new Map<string, ReadonlySet<string>>()

  constructor(
    private readonly names: ReadonlyMap<string, Member>,
    /** whether the text says where nodes stand */
    private readonly isPlaced: boolean,
    private readonly told: Told,
  ) {
    for (const member of names.values())
      if (member.kind === 'group')
        this.inside.set(member.key, new Set([...allOf(member.members)].map(({ key }) => key)))
  }

  end(word: Word): End | undefined {
    const whole = this.names.get(word.text)
    if (whole !== undefined) return { member: whole }
    const at = word.text.lastIndexOf(':')
    const owner = at === -1 ? undefined : this.names.get(word.text.slice(0, at))
    if (owner === undefined) {
      this.told.fault(unknownWord(word, [...this.names.keys()], 'node'))
      return undefined
    }
    const name = word.text.slice(at + 1)
    const ports = owner.kind === 'node' ? owner.ports : []
    const port = ports.find((each) => each.name === name)
    if (port === undefined && ports.length > 0)
      this.told.fault(
        unknownWord(
          { text: name, span: word.span },
          ports.map((each) => each.name),
          'port',
        ),
      )
    return { member: owner, port: port ?? { name, address: '' } }
  }

  /** Both ends of a link; undefined where it cannot be, which is told. */
  pair(a: Word, b: Word): readonly [End, End] | undefined {
    const [from, to] = [this.end(a), this.end(b)]
    if (from === undefined || to === undefined) return undefined
    const [one, other] = [from.member.key, to.member.key]
    const wrong =
      one === other
        ? 'leads to itself'
        : this.inside.get(one)?.has(other) === true || this.inside.get(other)?.has(one) === true
          ? 'leads to what it lies in'
          : undefined
    const group = [from, to].find(({ member }) => member.kind === 'group')
    if (wrong !== undefined)
      this.told.fault({ message: `"${a.text}" ${wrong}`, span: b.span, help: 'take another node' })
    else if (this.isPlaced && group !== undefined)
      this.told.fault({
        message: `"${group.member.name}" is a group: where nodes have places, links lead to nodes`,
        span: group === from ? a.span : b.span,
        help: 'name one that lies in it',
      })
    else return [from, to]
    return undefined
  }
}

const portText = ({ port }: End): string => (port === undefined ? '' : `${port.name} ${port.address}`.trim())

function linksOf(line: Line, ends: Ends, context: Context): readonly Wire[] {
  const connection = connectionIn(line, 0, context)
  const attributes = attributesOf(line.words, ['style', 'tint'], context)
  const style = wordOf(attributes.get('style'), STYLES, 'style', context)
  const tint = wordOf(attributes.get('tint'), TINTS, 'tint', context)
  if (line.children.length > 0)
    context.fault({
      message: 'A link has nothing below it',
      span: line.children[0]!.span,
      help: 'move it to the left',
    })
  return (connection?.arrows ?? []).flatMap((arrows, i): readonly Wire[] => {
    const pair = ends.pair(connection!.ends[i]!, connection!.ends[i + 1]!)
    if (pair === undefined) return []
    const [from, to] = pair
    return [
      {
        from: from.member.key,
        to: to.member.key,
        arrows,
        label: connection!.label,
        fromLabel: portText(from),
        toLabel: portText(to),
        ...(style === undefined ? {} : { style }),
        ...(tint === undefined ? {} : { tint }),
      },
    ]
  })
}

/** `path "Title" a -> b -> c from=2`: steps are numbered from `from`, else on from the last path. */
function pathOf(
  line: Line,
  ends: Ends,
  context: Context,
  next: number,
): { readonly path: Path; readonly next: number } | undefined {
  const isTitled = line.words[1]?.isQuoted === true && !isConnection(line.words.slice(2, 3))
  const title = isTitled ? line.words[1]!.text : ''
  const connection = connectionIn(line, isTitled ? 2 : 1, context)
  const attributes = attributesOf(line.words, ['tint', 'from'], context)
  const tint = wordOf(attributes.get('tint'), TINTS, 'tint', context) ?? 'accent'
  const from = attributes.get('from')
  if (from !== undefined && !/^[1-9]\d{0,2}$/.test(from.value))
    context.fault({
      message: 'Steps are numbered from 1 to 999',
      span: from.valueSpan,
      help: 'write `from=1`',
    })
  if (connection === undefined) return undefined
  if (connection.label !== '')
    context.fault({
      message: 'The title of a path stands before its nodes',
      span: line.span,
      help: 'write `path "Request" a -> b`',
    })
  let number = from === undefined ? next : Number(from.value)
  const steps = connection.arrows.flatMap((arrows, i): readonly Wire[] => {
    const pair = ends.pair(connection.ends[i]!, connection.ends[i + 1]!)
    if (pair === undefined) return []
    const step = String(number++)
    const label = i === 0 ? title : ''
    return [{ from: pair[0].member.key, to: pair[1].member.key, arrows, label, tint, step }]
  })
  return { path: { title, tint, steps }, next: number }
}
