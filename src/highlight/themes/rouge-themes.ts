// Written by tools/rouge/themes.mjs from what `rougify style` prints. A table: one rule a line, see style-sheet.ts.

/** Rouge's themes by name; `= other` is the same theme under another name. */
export const ROUGE_THEMES: ReadonlyMap<string, string> = new Map([
  [
    'base16',
    `* w: #303030
err: #151515 on:#ac4142
c ch cd cm cpf c1 cs: #505050
cp: #f4bf75
nt: #f4bf75
o ow: #d0d0d0
p pi: #d0d0d0
gi: #90a959
gd: #ac4142
gh: #6a9fb5 on:#151515 bold
k kn kp kr kv: #aa759f
kc: #d28445
kt: #d28445
kd: #d28445
s sb sc dl sd s2 sh sx s1: #90a959
sa: #aa759f
sr: #75b5aa
si: #8f5536
se: #8f5536
nn: #f4bf75
nc: #f4bf75
no: #f4bf75
na: #6a9fb5
m mb mf mh mi il mo mx: #90a959
ss: #90a959`,
  ],
  [
    'base16.dark',
    `* w: #d0d0d0 on:#151515
err: #151515 on:#ac4142
c ch cd cm cpf c1 cs: #505050
cp: #f4bf75
nt: #f4bf75
o ow: #d0d0d0
p pi: #d0d0d0
gi: #90a959
gd: #ac4142
gh: #6a9fb5 on:#151515 bold
k kn kp kr kv: #aa759f
kc: #d28445
kt: #d28445
kd: #d28445
s sb sc dl sd s2 sh sx s1: #90a959
sa: #aa759f
sr: #75b5aa
si: #8f5536
se: #8f5536
nn: #f4bf75
nc: #f4bf75
no: #f4bf75
na: #6a9fb5
m mb mf mh mi il mo mx: #90a959
ss: #90a959`,
  ],
  ['base16.light', '= base16'],
  [
    'base16.monokai',
    `* w: #f8f8f2 on:#272822
err: #272822 on:#f92672
c ch cd cm cpf c1 cs: #75715e
cp: #f4bf75
nt: #f4bf75
o ow: #f8f8f2
p pi: #f8f8f2
gi: #a6e22e
gd: #f92672
gh: #66d9ef on:#272822 bold
k kn kp kr kv: #ae81ff
kc: #fd971f
kt: #fd971f
kd: #fd971f
s sb sc dl sd s2 sh sx s1: #a6e22e
sa: #ae81ff
sr: #a1efe4
si: #cc6633
se: #cc6633
nn: #f4bf75
nc: #f4bf75
no: #f4bf75
na: #66d9ef
m mb mf mh mi il mo mx: #a6e22e
ss: #a6e22e`,
  ],
  ['base16.monokai.dark', '= base16.monokai'],
  [
    'base16.monokai.light',
    `* w: #49483e
err: #272822 on:#f92672
c ch cd cm cpf c1 cs: #75715e
cp: #f4bf75
nt: #f4bf75
o ow: #f8f8f2
p pi: #f8f8f2
gi: #a6e22e
gd: #f92672
gh: #66d9ef on:#272822 bold
k kn kp kr kv: #ae81ff
kc: #fd971f
kt: #fd971f
kd: #fd971f
s sb sc dl sd s2 sh sx s1: #a6e22e
sa: #ae81ff
sr: #a1efe4
si: #cc6633
se: #cc6633
nn: #f4bf75
nc: #f4bf75
no: #f4bf75
na: #66d9ef
m mb mf mh mi il mo mx: #a6e22e
ss: #a6e22e`,
  ],
  [
    'base16.solarized',
    `* w: #586e75
err: #002b36 on:#dc322f
c ch cd cm cpf c1 cs: #657b83
cp: #b58900
nt: #b58900
o ow: #93a1a1
p pi: #93a1a1
gi: #859900
gd: #dc322f
gh: #268bd2 on:#002b36 bold
k kn kp kr kv: #6c71c4
kc: #cb4b16
kt: #cb4b16
kd: #cb4b16
s sb sc dl sd s2 sh sx s1: #859900
sa: #6c71c4
sr: #2aa198
si: #d33682
se: #d33682
nn: #b58900
nc: #b58900
no: #b58900
na: #268bd2
m mb mf mh mi il mo mx: #859900
ss: #859900`,
  ],
  [
    'base16.solarized.dark',
    `* w: #93a1a1 on:#002b36
err: #002b36 on:#dc322f
c ch cd cm cpf c1 cs: #657b83
cp: #b58900
nt: #b58900
o ow: #93a1a1
p pi: #93a1a1
gi: #859900
gd: #dc322f
gh: #268bd2 on:#002b36 bold
k kn kp kr kv: #6c71c4
kc: #cb4b16
kt: #cb4b16
kd: #cb4b16
s sb sc dl sd s2 sh sx s1: #859900
sa: #6c71c4
sr: #2aa198
si: #d33682
se: #d33682
nn: #b58900
nc: #b58900
no: #b58900
na: #268bd2
m mb mf mh mi il mo mx: #859900
ss: #859900`,
  ],
  ['base16.solarized.light', '= base16.solarized'],
  [
    'bw',
    `* w: #000000 on:#ffffff
c ch cd cm cpf c1 cs: italic
cp: 
k kc kd kn kr kv: bold
kp: 
kt: 
o ow: bold
nc: bold
nn: bold
ne: bold
ni: bold
nt: bold
s sb sc dl sd s2 sh sx sr s1 ss: italic
sa: bold
si: bold
se: bold
gh: bold
gu: bold
ge: italic
gs: bold
gp: bold
err: #FF0000`,
  ],
  [
    'colorful',
    `* w: #bbbbbb on:#000
c ch cd cm cpf c1: #888
cp: #579
cs: #cc0000 bold
k kc kd kn kr kv: #080 bold
kp: #038
kt: #339
o: #333
ow: #000 bold
nb bp: #007020
nf fm: #06B bold
nc: #B06 bold
nn: #0e84b5 bold
ne: #F00 bold
nv vm: #963
vi: #33B
vc: #369
vg: #d70 bold
no: #036 bold
nl: #970 bold
ni: #800 bold
na: #00C
nt: #070
nd: #555 bold
s sb dl s2 sh s1: on:#fff0f0
sa: #080 bold
sc: #04D
sd: #D42
si: on:#eee
se: #666 bold
sr: #000 on:#fff0ff
ss: #A60
sx: #D20
m mb mx: #60E bold
mi il: #00D bold
mf: #60E bold
mh: #058 bold
mo: #40E bold
gh: #000080 bold
gu: #800080 bold
gd: #A00000
gi: #00A000
gr: #FF0000
ge: italic
gs: bold
gp: #c65d09 bold
go: #888
gt: #04D
err: #F00 on:#FAA`,
  ],
  [
    'github',
    `cm: #999988 italic
cp: #999999 bold
c1: #999988 italic
cs: #999999 bold italic
c ch cd cpf: #999988 italic
err: #a61717 on:#e3d2d2
gd: #000000 on:#ffdddd
ge: #000000 italic
gr: #aa0000
gh: #999999
gi: #000000 on:#ddffdd
go: #888888
gp: #555555
gs: bold
gu: #aaaaaa
gt: #aa0000
kc: #000000 bold
kd: #000000 bold
kn: #000000 bold
kp: #000000 bold
kr: #000000 bold
kt: #445588 bold
k kv: #000000 bold
mf: #009999
mh: #009999
il: #009999
mi: #009999
mo: #009999
m mb mx: #009999
sa: #000000 bold
sb: #d14
sc: #d14
sd: #d14
s2: #d14
se: #d14
sh: #d14
si: #d14
sx: #d14
sr: #009926
s1: #d14
ss: #990073
s dl: #d14
na: #008080
bp: #999999
nb: #0086B3
nc: #445588 bold
no: #008080
nd: #3c5d5d bold
ni: #800080
ne: #990000 bold
nf fm: #990000 bold
nl: #990000 bold
nn: #555555
nt: #000080
vc: #008080
vg: #008080
vi: #008080
nv vm: #008080
ow: #000000 bold
o: #000000 bold
w: #bbbbbb
*: on:#f8f8f8`,
  ],
  [
    'gruvbox',
    `* w: #fbf1c7 on:#282828
err: #fb4934 on:#282828 bold
c ch cd cm cpf c1 cs: #928374 italic
cp: #8ec07c
nt: #fb4934
o ow: #fbf1c7
p pi: #fbf1c7
gi: #b8bb26 on:#282828
gd: #fb4934 on:#282828
gh: #b8bb26 bold
k kn kp kr kv: #fb4934
kc: #d3869b
kt: #fabd2f
kd: #fe8019
s sb sc dl sd s2 sh sx s1: #b8bb26 italic
si: #b8bb26 italic
sr: #b8bb26 italic
sa: #fb4934
se: #fe8019
nn: #8ec07c
nc: #8ec07c
no: #d3869b
na: #b8bb26
m mb mf mh mi il mo mx: #d3869b
ss: #83a598`,
  ],
  ['gruvbox.dark', '= gruvbox'],
  [
    'gruvbox.light',
    `* w: #282828 on:#fbf1c7
err: #9d0006 on:#fbf1c7 bold
c ch cd cm cpf c1 cs: #928374 italic
cp: #427b58
nt: #9d0006
o ow: #282828
p pi: #282828
gi: #79740e on:#fbf1c7
gd: #9d0006 on:#fbf1c7
gh: #79740e bold
k kn kp kr kv: #9d0006
kc: #8f3f71
kt: #b57614
kd: #af3a03
s sb sc dl sd s2 sh sx s1: #79740e italic
si: #79740e italic
sr: #79740e italic
sa: #9d0006
se: #af3a03
nn: #427b58
nc: #427b58
no: #8f3f71
na: #79740e
m mb mf mh mi il mo mx: #8f3f71
ss: #076678`,
  ],
  [
    'igorpro',
    `* w: #444444
cp: #CC00A3
cs: #CC00A3
c ch cd cm cpf c1: #FF0000
kc: #C34E00
kd: #0000FF
kr: #007575
k kn kp kt kv: #0000FF
s sb sc dl sd s2 se sh si sx sr s1 ss: #009C00
sa: #0000FF
nb bp: #C34E00`,
  ],
  [
    'magritte',
    `*: #000707 on:#f3ffff
gl: #f3ffff on:#000707
c ch cd cm cpf c1 cs: #006c6c italic
cp: #920241 bold
err: #f3ffff on:#f22700
gr: #f22700 bold italic
k kd kv: #19003a bold
o ow: #4c48fe bold
p pi: #4c48fe
gd: #f22700
gi: #007500
ge: italic
gs: bold
gt: #000000 on:#d8d9ff
kc: #007500 bold
kn: #007500 bold
kp: #007500 bold
kr: #007500 bold
gh: #007500 bold
gu: #007500 bold
kt: #920241 bold
no: #920241 bold
nc: #920241 bold
nd: #920241 bold
nn: #920241 bold
bp: #920241 bold
ne: #920241 bold
nl: #840084 bold
nt: #840084 bold
m mb mf mh mi il mo mx: #007500 bold
ld: #007500 bold
ss: #007500
s sb dl sd s2 sh sx sr s1: #7c0000 bold
sa: #19003a bold
se: #840084 bold
sc: #840084 bold
si: #840084 bold
nb: bold
ni: #999999 bold
w: #BBBBBB
go: #19003a
nf fm: #ff0089
py: #ff0089
na: #ff0089
nv vc vg vi vm: #ff0089 bold`,
  ],
  [
    'molokai',
    `c ch cd cpf: #5e5d83 italic
cm: #5e5d83 italic
c1: #5e5d83 italic
cp: #465457 bold
cs: #465457 bold italic
err: #f8f8f2 on:#403d3d
gi: #a6e22e
gd: #f92672
ge: #1b1d1e italic
gr: #f92672
gt: #f92672
gh: #403d3d
go: #403d3d
gp: #66d9ef
gs: bold
gu: #465457
k kv: #66d9ef bold
kc: #66d9ef bold
kd: #66d9ef bold
kp: #66d9ef bold
kr: #66d9ef bold
kt: #66d9ef bold
kn: #f92672 bold
ow: #f92672 bold
o: #f92672 bold
mf: #af87ff
mh: #af87ff
il: #af87ff
mi: #af87ff
mo: #af87ff
m mb mx: #af87ff
se: #af87ff
sb: #d7d787
sc: #d7d787
sd: #d7d787
s2: #d7d787
sh: #d7d787
si: #d7d787
sx: #d7d787
sr: #d7d787
s1: #d7d787
ss: #d7d787
s sa dl: #d7d787
na: #a6e22e
nc: #a6e22e bold
nd: #a6e22e bold
ne: #a6e22e bold
nf fm: #a6e22e bold
no: #66d9ef
bp: #f8f8f2
nb: #f8f8f2
ni: #f8f8f2
nn: #f8f8f2
vc: #f8f8f2
vg: #f8f8f2
vi: #f8f8f2
nv vm: #f8f8f2
w: #f8f8f2
nl: #f8f8f2 bold
nt: #f92672
*: #f8f8f2 on:#1b1d1e`,
  ],
  [
    'monokai',
    `c ch cd cpf: #75715e italic
cm: #75715e italic
c1: #75715e italic
cp: #75715e bold
cs: #75715e bold italic
err: #960050 on:#1e0010
gi: #ffffff on:#324932
gd: #ffffff on:#493131
ge: #000000 italic
gr: #aa0000
gt: #aa0000
gh: #999999
go: #888888
gp: #555555
gs: bold
gu: #aaaaaa
k kv: #66d9ef bold
kc: #66d9ef bold
kd: #66d9ef bold
kp: #66d9ef bold
kr: #66d9ef bold
kt: #66d9ef bold
kn: #f92672 bold
ow: #f92672 bold
o: #f92672 bold
mf: #ae81ff
mh: #ae81ff
il: #ae81ff
mi: #ae81ff
mo: #ae81ff
m mb mx: #ae81ff
se: #ae81ff
sa: #66d9ef bold
sb: #e6db74
sc: #e6db74
sd: #e6db74
s2: #e6db74
sh: #e6db74
si: #e6db74
sx: #e6db74
sr: #e6db74
s1: #e6db74
ss: #e6db74
s dl: #e6db74
na: #a6e22e
nc: #a6e22e bold
nd: #a6e22e bold
ne: #a6e22e bold
nf fm: #a6e22e bold
no: #66d9ef
bp: #f8f8f2
nb: #f8f8f2
ni: #f8f8f2
nn: #f8f8f2
vc: #f8f8f2
vg: #f8f8f2
vi: #f8f8f2
nv vm: #f8f8f2
w: #f8f8f2
nl: #f8f8f2 bold
nt: #f92672
*: #f8f8f2 on:#49483e`,
  ],
  [
    'monokai.sublime',
    `gh: #999999
sr: #f6aa11
go: #888888
gp: #555555
gs: 
gu: #aaaaaa
nb: #f6aa11
cm: #75715e
cp: #75715e
c1: #75715e
cs: #75715e
c ch cd cpf: #75715e
err: #960050
gr: #960050
gt: #960050
gd: #49483e
gi: #49483e
ge: #49483e
kc: #66d9ef
kd: #66d9ef
kr: #66d9ef
no: #66d9ef
kt: #66d9ef
mf: #ae81ff
mh: #ae81ff
il: #ae81ff
mi: #ae81ff
mo: #ae81ff
m mb mx: #ae81ff
sc: #ae81ff
se: #ae81ff
ss: #ae81ff
sd: #e6db74
s2: #e6db74
sb: #e6db74
sh: #e6db74
si: #e6db74
sx: #e6db74
s1: #e6db74
s sa dl: #e6db74
na: #a6e22e
nc: #a6e22e
nd: #a6e22e
ne: #a6e22e
nf fm: #a6e22e
vc: #ffffff on:#272822
nn: #ffffff on:#272822
nl: #ffffff on:#272822
ni: #ffffff on:#272822
bp: #ffffff on:#272822
vg: #ffffff on:#272822
vi: #ffffff on:#272822
nv vm: #ffffff on:#272822
w: #ffffff on:#272822
*: #ffffff on:#272822
n py nx: #ffffff on:#272822
ow: #f92672
nt: #f92672
k kv: #f92672
kn: #f92672
kp: #f92672
o: #f92672`,
  ],
  [
    'pastie',
    `c ch cd cm cpf c1: #888888
cp: #cc0000 bold
cs: #cc0000 on:#fff0f0 bold
err: #a61717 on:#e3d2d2
gr: #aa0000
gh: #333333
gu: #666666
gd: #000000 on:#ffdddd
gi: #000000 on:#ddffdd
ge: italic
gs: bold
gl: #888888
go: #888888
gp: #555555
gt: #aa0000
k kc kd kn kr kv: #008800 bold
kp: #008800
kt: #888888 bold
m mb mf mh mi il mo mx: #0000dd bold
s sb sc dl sd s2 sh s1: #dd2200 on:#fff0f0
sa: #008800 bold
se: #0044dd on:#fff0f0
si: #3333bb on:#fff0f0
sx: #22bb22 on:#f0fff0
sr: #008800
ss: #aa6600 on:#fff0f0
na: #336699
nb bp: #003388
nc: #bb0066 bold
no: #003366 bold
nd: #555555
ne: #bb0066 bold
nf fm: #0066bb bold
nl: #336699
nn: #bb0066 bold
py: #336699 bold
nt: #bb0066 bold
nv vc vm: #336699
vg: #dd7700
vi: #3333bb
ow: #008800
w: #bbbbbb`,
  ],
  [
    'thankful_eyes',
    `*: #faf6e4 on:#122b3b
gl: #dee5e7 on:#4e5d62
gp: #a8e1fe bold
c ch cd cm cpf c1 cs: #6c8b9f italic
cp: #b2fd6d bold
err: #fefeec on:#cc0000
gr: #cc0000 bold italic
k kd kv: #f6dd62 bold
o ow: #4df4ff bold
p pi: #4df4ff
gd: #cc0000
gi: #b2fd6d
ge: italic
gs: bold
gt: #dee5e7 on:#4e5d62
kc: #f696db bold
kn: #ffb000 bold
kp: #ffb000 bold
kr: #ffb000 bold
gh: #ffb000 bold
gu: #ffb000 bold
kt: #b2fd6d bold
no: #b2fd6d bold
nc: #b2fd6d bold
nd: #b2fd6d bold
nn: #b2fd6d bold
bp: #b2fd6d bold
ne: #b2fd6d bold
nl: #ffb000 bold
nt: #ffb000 bold
m mb mf mh mi il mo mx: #f696db bold
ld: #f696db bold
ss: #f696db bold
s sb dl sd s2 sh sx sr s1: #fff0a6 bold
sa: #f6dd62 bold
se: #4df4ff bold
sc: #4df4ff bold
si: #4df4ff bold
nb: bold
ni: #999999 bold
w: #BBBBBB
go: #BBBBBB
nf fm: #a8e1fe
py: #a8e1fe
na: #a8e1fe
nv vc vg vi vm: #a8e1fe bold`,
  ],
  [
    'tulip',
    `*: #FFFFFF on:#231529
c ch cd cm cpf c1 cs: #6D6E70 italic
cp: #41ff5b bold
err: #FFFFFF on:#CC0000
gr: #FFFFFF on:#CC0000
k kd kv: #FFF02A bold
o ow: #41ff5b
p pi: #41ff5b
gd: #CC0000
gi: #3FB34F
ge: italic
gs: bold
gt: #FFFFFF on:#766DAF
gl: #FFFFFF on:#766DAF
kc: #9f93e6 bold
kn: #FFFFFF bold
kp: #FFFFFF bold
kr: #FFFFFF bold
gh: #FFFFFF bold
gu: #FFFFFF bold
kt: #FAAF4C bold
no: #FAAF4C bold
nc: #FAAF4C bold
nd: #FAAF4C bold
nn: #FAAF4C bold
bp: #FAAF4C bold
ne: #FAAF4C bold
nl: #9f93e6 bold
nt: #9f93e6 bold
m mb mf mh mi il mo mx: #9f93e6 bold
ld: #9f93e6 bold
ss: #9f93e6 bold
s sb dl sd s2 sh sx sr s1: #fff0a6 bold
sa: #FFF02A bold
se: #FAAF4C bold
sc: #FAAF4C bold
si: #FAAF4C bold
nb: bold
ni: #999999 bold
w: #BBBBBB
nf fm: #41ff5b
py: #41ff5b
na: #41ff5b
nv vc vg vi vm: #41ff5b bold`,
  ],
])
