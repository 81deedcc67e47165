/**
 * Luna, our own palette: bright tokens on black, and the same hues dark on white. Every colour stands at 4.5:1 or
 * more (WCAG AA) against what is behind it; a test computes each pair. One rule a line, see style-sheet.ts.
 */

interface Palette {
  readonly text: string
  readonly ground: string
  readonly quiet: string
  readonly keyword: string
  readonly type: string
  readonly name: string
  readonly call: string
  readonly string: string
  readonly escape: string
  readonly number: string
  readonly operator: string
  readonly tag: string
  readonly special: string
  readonly error: string
  readonly errorGround: string
  readonly added: string
  readonly addedGround: string
  readonly removed: string
  readonly removedGround: string
}

const DARK: Palette = {
  text: '#f2f2f2',
  ground: '#000000',
  quiet: '#9aa4b2',
  keyword: '#ff7edb',
  type: '#5ce1ff',
  name: '#ffd866',
  call: '#7cc4ff',
  string: '#a9f06c',
  escape: '#ffe08a',
  number: '#c8a6ff',
  operator: '#ff9e64',
  tag: '#ff8f9c',
  special: '#63f0c8',
  error: '#ffffff',
  errorGround: '#a80f2a',
  added: '#a9f06c',
  addedGround: '#0c2a12',
  removed: '#ff9aa5',
  removedGround: '#3a0d14',
}

const LIGHT: Palette = {
  text: '#16181d',
  ground: '#ffffff',
  quiet: '#5a6472',
  keyword: '#a3118a',
  type: '#006a85',
  name: '#7a5200',
  call: '#0a57b8',
  string: '#2f6b00',
  escape: '#8a4b00',
  number: '#6532c4',
  operator: '#a33f00',
  tag: '#b3122d',
  special: '#006b52',
  error: '#ffffff',
  errorGround: '#b3122d',
  added: '#1d5c00',
  addedGround: '#e3f7dc',
  removed: '#9c0f26',
  removedGround: '#fde6e9',
}

function rules(c: Palette): string {
  return `* w: ${c.text} on:${c.ground}
err gr: ${c.error} on:${c.errorGround}
c ch cd cm cpf c1 cs: ${c.quiet} italic
cp: ${c.special}
k kd kn kp kr kv: ${c.keyword} bold
kc: ${c.number}
kt nc nn: ${c.type}
nb bp: ${c.special}
nf fm: ${c.call}
no nd ne: ${c.name}
nt: ${c.tag}
na py: ${c.name}
nl ni: ${c.special}
nv vc vg vi vm: ${c.operator}
s sa sb sc dl sd s2 sh sx s1 ld: ${c.string}
se si: ${c.escape}
sr ss: ${c.special}
m mb mf mh mi il mo mx l: ${c.number}
o ow: ${c.operator}
p pi: ${c.text}
gd: ${c.removed} on:${c.removedGround}
gi: ${c.added} on:${c.addedGround}
ge: italic
gs: bold
gh gu: ${c.call} bold
gp: ${c.keyword} bold
go gl: ${c.quiet}
gt: ${c.tag}`
}

/** `luna` is dark, as `luna.dark`; `luna.light` its counterpart. */
export const LUNA_THEMES: ReadonlyMap<string, string> = new Map([
  ['luna', rules(DARK)],
  ['luna.dark', '= luna'],
  ['luna.light', rules(LIGHT)],
])
