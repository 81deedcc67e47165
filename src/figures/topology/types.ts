/** The words that lines of a topology begin with. */

/** Nodes, with their icons. */
export const NODE_TYPES: ReadonlyMap<string, string | undefined> = new Map([
  ['node', undefined],
  ['pc', 'desktop'],
  ['laptop', 'laptop'],
  ['phone', 'mobile-screen'],
  ['server', 'server'],
  ['switch', 'right-left'],
  ['router', 'up-down-left-right'],
  ['firewall', 'shield-halved'],
  ['balancer', 'scale-balanced'],
  ['controller', 'crown'],
  ['nic', 'ethernet'],
  ['bridge', 'network-wired'],
  ['vm', 'cube'],
  ['container', 'box'],
  ['function', 'puzzle-piece'],
  ['process', 'gear'],
  ['database', 'database'],
  ['disk', 'hard-drive'],
  ['user', 'user'],
  ['attacker', 'skull'],
  ['internet', 'globe'],
  ['antenna', 'tower-broadcast'],
])

/** Groups, as they are called in words; `host` and `cloud` without anything in them are nodes. */
export const GROUP_TYPES: ReadonlyMap<string, string> = new Map([
  ['group', 'group'],
  ['host', 'host'],
  ['namespace', 'namespace'],
  ['rack', 'rack'],
  ['cloud', 'cloud'],
])

/** Groups' words where nothing lies in them. */
export const LONE_TYPES: ReadonlyMap<string, string> = new Map([
  ['host', 'server'],
  ['cloud', 'cloud'],
])

export const TYPES: readonly string[] = [...NODE_TYPES.keys(), ...GROUP_TYPES.keys(), 'path']
