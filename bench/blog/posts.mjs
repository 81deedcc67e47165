/** The posts of a blog as engineers write them: headings, lists, links, tables, footnotes, code in several languages. */
const WORDS =
  `packet queue driver kernel ring buffer latency offload checksum socket thread cache line memory barrier
interrupt poll batch copy zero path table flow hash bucket probe trace event counter histogram percentile throughput
switch router link frame header payload window congestion control plane data user space map program verifier loop
bound stack heap page fault numa core pinned affinity scheduler tick timer clock drift sample noise baseline change
commit patch review test bench result graph axis curve knee limit ceiling floor margin budget cost price gain loss`.split(
    /\s+/,
  )
const SMALL =
  'the of a to and in is that for with on as by it from at this are be or an not we can which'.split(' ')
export const TAGS = [
  'linux',
  'bpf',
  'networking',
  'performance',
  'rust',
  'tooling',
  'testing',
  'notes',
  'hardware',
  'c',
]
export const CATEGORIES = ['kernel', 'userland', 'measurements', 'essays']
const CODE = {
  c: `static inline int drop_packet(struct xdp_md *ctx, __u32 limit)
{
	void *data = (void *)(long)ctx->data;
	struct ethhdr *eth = data; /* first header */

	if (data + sizeof(*eth) > (void *)(long)ctx->data_end)
		return XDP_ABORTED;
	return eth->h_proto == htons(ETH_P_IP) ? XDP_DROP : XDP_PASS;
}`,
  python: `def percentile(samples, q):
    """The q-th percentile of samples, by the nearest rank."""
    ordered = sorted(samples)
    rank = max(1, round(q / 100 * len(ordered)))  # from one
    return ordered[rank - 1] if ordered else None`,
  sh: `#!/bin/sh
set -eu
for dev in /sys/class/net/*; do
  echo "\${dev##*/}: $(cat "$dev/speed" 2>/dev/null || echo unknown)"
done | sort > speeds.txt`,
  javascript: `export async function measure(name, run, { times = 10 } = {}) {
  const began = performance.now()
  for (let i = 0; i < times; i++) await run(i)
  console.log(\`\${name}: \${((performance.now() - began) / times).toFixed(2)} ms\`)
}`,
  rust: `pub fn checksum(bytes: &[u8]) -> u16 {
    let mut sum: u32 = bytes.chunks(2).map(|c| u32::from(u16::from_be_bytes([c[0], *c.get(1).unwrap_or(&0)]))).sum();
    while sum >> 16 != 0 { sum = (sum & 0xffff) + (sum >> 16); } // fold
    !(sum as u16)
}`,
  go: `func (r *Ring) Push(p *Packet) error {
	if r.head-r.tail == uint64(len(r.slots)) {
		return ErrFull
	}
	r.slots[r.head%uint64(len(r.slots))] = p
	r.head++
	return nil
}`,
  json: `{
  "device": "eth0",
  "queues": 8,
  "offload": { "tx": true, "rx": false, "sizes": [64, 512, 1500] }
}`,
  yaml: `device: eth0
queues: 8
offload:
  tx: yes
  sizes: [64, 512, 1500]  # bytes`,
}

/** A generator of numbers below one that always runs the same way from \`seed\`. */
function randomFrom(seed) {
  let state = seed >>> 0 || 1
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Post number `index`, always the same: what it is called, its front matter and its text. In a `code` blog most blocks are
 * code.
 */
export function post(index, flavour = 'plain') {
  const random = randomFrom(index + 1)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const between = (low, high) => low + Math.floor(random() * (high - low + 1))
  const phrase = (words) =>
    Array.from({ length: words }, (_, i) => pick(i % 3 === 1 ? SMALL : WORDS)).join(' ')
  const sentence = () => {
    const text = phrase(between(8, 18))
    const marked =
      random() < 0.3 ? text.replace(/ (\w{5,}) /, ' **$1** ') : text.replace(/ (\w{6,}) /, ' `$1` ')
    return `${marked[0].toUpperCase()}${marked.slice(1)}.`
  }
  const paragraph = () => Array.from({ length: between(3, 6) }, sentence).join('\n')
  const block = () => {
    const kind = random()
    if (kind < codeShare) {
      const tag = pick(Object.keys(CODE))
      // Another name in each, so that no generator can take one block's colours for another's.
      return `\`\`\`${tag}\n${CODE[tag].replace(/\b(?:limit|ordered|dev|run|sum|head|queues)\b/g, `${pick(WORDS)}_${between(1, 9)}`)}\n\`\`\``
    }
    if (kind < 0.5)
      return Array.from(
        { length: between(3, 6) },
        () => `- ${phrase(5)} and [${pick(WORDS)}](https://example.org/${pick(WORDS)})`,
      ).join('\n')
    if (kind < 0.6)
      return Array.from({ length: between(3, 5) }, (_, i) => `${i + 1}. ${sentence()}`).join('\n')
    if (kind < 0.7)
      return `| size | ${pick(WORDS)} | ${pick(WORDS)} |\n|------|-----:|:-----|\n${Array.from({ length: 4 }, () => `| ${between(64, 1500)} | ${between(1, 999)} | ${phrase(2)} |`).join('\n')}`
    if (kind < 0.8) return `> ${sentence()}\n> ${sentence()}`
    return paragraph()
  }
  const codeShare = flavour === 'code' ? 0.9 : 0.3
  const title = phrase(between(3, 7)).replace(/^./, (c) => c.toUpperCase())
  const parts = [paragraph()]
  for (let section = 0; section < between(3, 5); section++) {
    parts.push(
      `## ${phrase(3)}`.replace(/## ./, (c) => c.toUpperCase()),
      paragraph(),
      block(),
    )
    if (random() < 0.4) parts.push(`### ${phrase(2)}`, block(), paragraph())
  }
  if (random() < 0.5) parts.push(`One more thing[^1] about ${pick(WORDS)}.`, `[^1]: ${sentence()}`)
  const day = new Date(Date.UTC(2005, 0, 1) + index * 17 * 3_600_000)
  const tags = [...new Set([pick(TAGS), pick(TAGS), pick(TAGS)])]
  return {
    date: day.toISOString().slice(0, 10),
    slug: `${title.toLowerCase().replace(/[^a-z]+/g, '-')}-${index}`,
    front: `title: "${title}"\ndate: ${day.toISOString().slice(0, 19).replace('T', ' ')} +0000\ntags: [${tags.join(', ')}]\ncategories: [${pick(CATEGORIES)}]`,
    body: `${parts.join('\n\n')}\n`,
  }
}
