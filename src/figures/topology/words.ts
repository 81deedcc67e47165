/** A topology in words, and as a table of its nodes. */
import type { Alternative } from '../kind.ts'
import { allOf, type Group, type Member, type Node, type Topology } from './model.ts'

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`

const groupsOf = (members: readonly Member[]): readonly Group[] =>
  [...allOf(members)].filter((member) => member.kind === 'group')
const nodesOf = (members: readonly Member[]): readonly Node[] =>
  [...allOf(members)].filter((member) => member.kind === 'node')

const inWords = (text: string): string => text.replaceAll('\n', ' ')

export function wordsOf(topology: Topology, title: string): string {
  const groups = groupsOf(topology.members)
  const titles = titlesOf(topology)
  const nodes = nodesOf(topology.members)
  const parts = [
    `${title}: ${[counted(nodes.length, 'node'), counted(topology.links.length, 'link'), ...(groups.length > 0 ? [counted(groups.length, 'group')] : [])].join(', ')}.`,
    ...groups.map((group) => {
      const type = group.title.toLowerCase().includes(group.type) ? '' : `${group.type} `
      return `In ${type}${inWords(group.title)}: ${listed(group.members.map((member) => inWords(member.title)))}.`
    }),
    ...topology.paths.map(({ title: name, steps }) => {
      const said = steps.map(({ step, from, to }) => `${step}. ${titles.get(from)} to ${titles.get(to)}`)
      return `${name === '' ? 'Path' : name}: ${said.join('; ')}.`
    }),
  ]
  return parts.join(' ')
}

const titlesOf = ({ members }: Topology): ReadonlyMap<string, string> =>
  new Map([...allOf(members)].map(({ key, title }) => [key, inWords(title)]))

/** The things that are linked, a row for each. */
export function tableOf(topology: Topology): Alternative {
  const titles = titlesOf(topology)
  const within = new Map<string, string>()
  for (const group of groupsOf(topology.members))
    for (const member of group.members) within.set(member.key, inWords(group.title))
  const linked = new Map<string, string[]>()
  const add = (key: string, text: string): void => {
    const list = linked.get(key)
    if (list === undefined) linked.set(key, [text])
    else list.push(text)
  }
  for (const { from, to, arrows, label, fromLabel, toLabel } of topology.links) {
    const more = label === '' ? '' : ` (${inWords(label)})`
    const port = (text: string | undefined): string => (text === undefined || text === '' ? '' : ` ${text}`)
    const word = (there: boolean, back: boolean): string => (there === back ? '' : there ? 'to ' : 'from ')
    add(from, `${word(arrows.atTo, arrows.atFrom)}${titles.get(to)}${port(toLabel)}${more}`)
    add(to, `${word(arrows.atFrom, arrows.atTo)}${titles.get(from)}${port(fromLabel)}${more}`)
  }
  const rows = [...allOf(topology.members)]
    .filter((member) => member.kind === 'node' || linked.has(member.key))
    .map((member) => ({
      title: inWords(member.title),
      within: within.get(member.key) ?? '',
      addresses: member.kind === 'node' ? addressesOf(member) : '',
      linked: (linked.get(member.key) ?? []).join(', '),
    }))
  const has = {
    within: rows.some((row) => row.within !== ''),
    addresses: rows.some((row) => row.addresses !== ''),
  }
  return {
    kind: 'table',
    head: ['Node', ...(has.within ? ['In'] : []), ...(has.addresses ? ['Addresses'] : []), 'Linked with'],
    rows: rows.map((row) => [
      row.title,
      ...(has.within ? [row.within] : []),
      ...(has.addresses ? [row.addresses] : []),
      row.linked,
    ]),
  }
}

function addressesOf({ addresses, ports }: Node): string {
  const named = ports.map(({ name, address }) => (address === '' ? name : `${name} ${address}`))
  return [...addresses, ...named].join(', ')
}
