/**
 * Headers that figures may include, as packets of their own: names and widths as their specifications have them. `as` says
 * how values are written that come from a capture.
 */

export interface Header {
  readonly name: string
  /** what its brace says */
  readonly title: string
  /** where it is defined */
  readonly cite: string
  readonly text: string
}

const ETHERNET = `
48 Destination Address as=mac
48 Source Address as=mac
16 EtherType as=hex`

/** In front of a tagged frame's own type; the tag's protocol identifier is the EtherType before it. */
const VLAN = `
3 PCP
1 DEI
12 VLAN ID
16 EtherType as=hex`

const ARP = `
16 Hardware Type
16 Protocol Type as=hex
8 Hardware Length
8 Protocol Length
16 Operation
48 Sender Hardware Address as=mac
32 Sender Protocol Address as=ipv4
48 Target Hardware Address as=mac
32 Target Protocol Address as=ipv4`

const IPV4 = `
4 Version
4 IHL
6 DSCP
2 ECN
16 Total Length
16 Identification as=hex
3 Flags:
  1 Res
  1 DF
  1 MF
13 Fragment Offset
8 Time to Live
8 Protocol
16 Header Checksum as=hex
32 Source Address as=ipv4
32 Destination Address as=ipv4
0..40B Options ? as=hex`

const IPV6 = `
4 Version
8 Traffic Class as=hex
20 Flow Label as=hex
16 Payload Length
8 Next Header
8 Hop Limit
128 Source Address as=ipv6
128 Destination Address as=ipv6`

const TCP = `
16 Source Port
16 Destination Port
32 Sequence Number
32 Acknowledgment Number
4 Data Offset
4 Reserved
1 CWR
1 ECE
1 URG
1 ACK
1 PSH
1 RST
1 SYN
1 FIN
16 Window
16 Checksum as=hex
16 Urgent Pointer
0..40B Options ? as=hex`

const UDP = `
16 Source Port
16 Destination Port
16 Length
16 Checksum as=hex`

const ICMP = `
8 Type
8 Code
16 Checksum as=hex
32 Rest of Header as=hex`

const ICMP_ECHO = `
8 Type
8 Code
16 Checksum as=hex
16 Identifier
16 Sequence Number`

const ICMPV6 = `
8 Type
8 Code
16 Checksum as=hex
* Message Body as=hex`

const VXLAN = `
8 Flags as=hex
24 Reserved
24 VNI
8 Reserved`

const GENEVE = `
2 Ver
6 Opt Len
1 O
1 C
6 Rsvd.
16 Protocol Type as=hex
24 VNI
8 Reserved
0..252B Options ? as=hex`

const GRE = `
1 C
1 Res
1 K
1 S
9 Reserved0
3 Ver
16 Protocol Type as=hex
16 Checksum ? as=hex
16 Reserved1 ?
32 Key ?
32 Sequence Number ?`

const MPLS = `
20 Label
3 TC
1 S
8 TTL`

const BGP = `
16B Marker as=hex
16 Length
8 Type`

const BGP_OPEN = `
8 Version
16 My Autonomous System
16 Hold Time
32 BGP Identifier as=ipv4
8 Opt Parm Len
0..255B Optional Parameters ? as=hex`

const header = (name: string, title: string, cite: string, text: string): Header => ({
  name,
  title,
  cite,
  text,
})

export const HEADERS: readonly Header[] = [
  header('ethernet', 'Ethernet', 'IEEE 802.3', ETHERNET),
  header('vlan', 'VLAN tag', 'IEEE 802.1Q', VLAN),
  header('arp', 'ARP', 'RFC 826', ARP),
  header('ipv4', 'IPv4', 'RFC 791, RFC 2474, RFC 3168', IPV4),
  header('ipv6', 'IPv6', 'RFC 8200', IPV6),
  header('tcp', 'TCP', 'RFC 9293', TCP),
  header('udp', 'UDP', 'RFC 768', UDP),
  header('icmp', 'ICMP', 'RFC 792', ICMP),
  header('icmp-echo', 'ICMP echo', 'RFC 792', ICMP_ECHO),
  header('icmpv6', 'ICMPv6', 'RFC 4443', ICMPV6),
  header('vxlan', 'VXLAN', 'RFC 7348', VXLAN),
  header('geneve', 'Geneve', 'RFC 8926', GENEVE),
  header('gre', 'GRE', 'RFC 2784, RFC 2890', GRE),
  header('mpls', 'MPLS', 'RFC 3032, RFC 5462', MPLS),
  header('bgp', 'BGP', 'RFC 4271', BGP),
  header('bgp-open', 'BGP OPEN', 'RFC 4271', BGP_OPEN),
]

export function headerNamed(name: string): Header | undefined {
  return HEADERS.find((each) => each.name === name.toLowerCase())
}
