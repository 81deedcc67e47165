import { language } from '../language.ts'
import { instead } from '../states-change.ts'

/** Languages of bodies, by what `Content-Type` says. */
const BODIES: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/vnd.api+json': 'json',
  'application/hal+json': 'json',
  'application/problem+json': 'json',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/xml': 'xml',
  'application/xml': 'xml',
  'text/css': 'css',
  'application/javascript': 'javascript',
  'text/javascript': 'javascript',
  'application/x-javascript': 'javascript',
  'text/x-yaml': 'yaml',
}

interface Memory {
  body: string
}

export const http = language<Memory>({
  tag: 'http',
  vars: () => ({ body: 'plaintext' }),
  changes: [
    {
      since: '4.1',
      states: instead('root', /(HTTP)(\/)(\d\.\d)([ \t]+)(\d{3})(?:([ \t]+)([^\r\n]*))?(\r?\n|$)/, [
        /(HTTP)(\/)(\d(?:\.\d)?)([ \t]+)(\d{3})(?:([ \t]+)([^\r\n]*))?(\r?\n|$)/,
        ['k', 'o', 'm', '', 'm', '', 'ne', ''],
        'headers',
      ]),
    },
  ],
  states: () => ({
    root: [
      [
        /(GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH|QUERY)([ \t]+)(\S+)([ \t]+)(HTTP)(\/)(\d(?:\.\d)?)(\r?\n|$)/,
        ['nf', '', 'nn', '', 'k', 'o', 'm', ''],
        'headers',
      ],
      [
        /(HTTP)(\/)(\d\.\d)([ \t]+)(\d{3})(?:([ \t]+)([^\r\n]*))?(\r?\n|$)/,
        ['k', 'o', 'm', '', 'm', '', 'ne', ''],
        'headers',
      ],
    ],
    headers: [
      [
        /([^\s:]+)([ \t]*)(:)([ \t]*)([^\r\n]+)(\r?\n|$)/,
        (x, m) => {
          x.groups(m, 'na', '', 'p', '', 's', '')
          if (m[1]!.toLowerCase() === 'content-type')
            x.vars.body = BODIES[m[5]!.split(';')[0]!.trim().toLowerCase()] ?? 'plaintext'
        },
      ],
      [/([^\r\n]+)(\r?\n|$)/, ['s', '']],
      [/\r?\n/, '', '#goto body'],
    ],
    body: [[/[\s\S]+/, (x, m) => x.delegate(x.vars.body, m[0])]],
  }),
})
