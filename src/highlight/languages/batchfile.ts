import { language, words } from '../language.ts'
import type { Rule } from '../types.ts'

/** DOS and Windows batch files. Words are known in lower case only. */
const WORDS = words(
  {
    k: 'call else exit for goto if in do',
    kr: `nul con aux prn com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9`,
    ow: 'not exist defined errorlevel cmdextversion equ neq lss leq gtr geq',
    na: 'on off enableextensions enabledelayedexpansion',
    nb: `assoc attrib break bcdedit cacls cd chcp chdir chkdsk chkntfs choice cls cmd color comp compact convert
      copy cmdkey date del dir diskpart doskey driverquery dpath echo endlocal erase fc find findstr format
      fsutil ftype gpresult graftabl help icacls ipconfig label md mkdir mklink mode more move netsh net net1
      nslookup openfiles path pause ping popd print prompt pushd rd recover reg ren rename replace rmdir
      robocopy sc schtasks setlocal setx shift shutdown sort start subst systeminfo taskkill tasklist time
      timeout title tree tracert type ver verify vol wmic where whoami xcopy expand extract forfiles takeown
      w32tm bitsadmin certutil cipher clip curl wget runas rundll32 sfc slmgr telnet tftp tskill typeperf
      vssadmin waitfor wevtutil winrm winrs wscript cscript ftp arp at defrag dism dnscmd debug edlin fdisk
      getmac hostname lodctr logman logoff makecab msg msiexec nbtstat netstat pathping pnputil powercfg
      qprocess query quser rasdial reset route tzutil undelete mem share deltree restore scandisk`,
  },
  'kd',
)

const inside = (quote: string, cls: 's1' | 's2' | 'sb'): readonly Rule<undefined>[] => [
  [new RegExp(`[^${quote}%!^]+`), cls],
  [new RegExp(quote), cls, '#pop'],
  'escapes',
  'variables',
]

export const batchfile = language({
  tag: 'batchfile',
  aliases: ['bat', 'batch', 'dosbatch', 'winbatch'],
  filenames: ['*.bat', '*.cmd'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/@?rem\b.*/i, 'c'],
      [/^::.*/, 'c'],
      [/:[a-z]+/i, 'nl'],
      [
        /([a-z]\w*)(\.exe)/i,
        (x, m) => {
          const known = WORDS.words.get(m[1]!)
          if (known === undefined) x.groups(m, WORDS.otherwise, 'err')
          else x.token(known, m[0])
        },
      ],
      [/[a-z]\w*/i, WORDS],
      [/(?:--?|\+|\/)[a-z]+(?:-[a-z]+)*\s*/i, 'na'],
      [/0x[0-9a-f]+/i, 'mh'],
      [/\d+/, 'm'],
      [/"/, 's2', 'double quotes'],
      [/'/, 's1', 'single quotes'],
      [/`/, 'sb', 'backticks'],
      'escapes',
      'variables',
      [/[-=+*&|<>()[\]{};,?~]/, 'o'],
      [/[^\s&()*+,;=?[\]{|}~!%^"'`-]+/, ''],
    ],
    escapes: [[/\^[\s\S]/, 'se']],
    variables: [
      [/[%!]{1,2}[a-z_$@#]+[%!]{1,2}/i, 'nv'],
      [/%{1,2}~?[a-z]+\d?/i, 'vm'],
    ],
    'double quotes': inside('"', 's2'),
    'single quotes': inside("'", 's1'),
    backticks: inside('`', 'sb'),
  }),
})
