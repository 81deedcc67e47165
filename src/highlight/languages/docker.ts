import { language } from '../language.ts'
import { instead } from '../states-change.ts'

const COMMANDS = `FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL`

const STAGE = /^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*)/i

export const docker = language({
  tag: 'docker',
  aliases: ['dockerfile', 'Dockerfile'],
  changes: [
    { before: '3.30', states: instead<undefined>('root', STAGE) },
    { since: '4.5', aliases: ['dockerfile', 'Dockerfile', 'containerfile', 'Containerfile'] },
  ],
  filenames: ['Dockerfile', '*.Dockerfile', '*.docker'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [STAGE, ['k', 'w', 's', 'w', 'k', 'w', 's']],
      [new RegExp(`^(ONBUILD)(\\s+)(${COMMANDS})(.*)`, 'i'), ['k', 'w', 'k', 's']],
      [new RegExp(`^(${COMMANDS})\\b(.*)`, 'i'), ['k', 's']],
      [/#.*/, 'c'],
      [
        /^(?:ONBUILD\s+)?RUN\s+/i,
        (x, m) => {
          x.token('k', m[0])
          x.reset('shell')
          x.push('run')
        },
      ],
      [/\w+/, ''],
      [/[^\w]+/, ''],
      [/./, ''],
    ],
    run: [
      [/\n/, '', '#pop'],
      [/\\\n/, 'se'],
      [/(?:\\[^\n]|[^\n\\])+/, (x, m) => x.delegate('shell', m[0])],
    ],
  }),
})
