import { language } from '../language.ts'

const COMMANDS = `FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL`

export const docker = language({
  tag: 'docker',
  aliases: ['dockerfile', 'Dockerfile'],
  changes: [{ since: '4.5', aliases: ['dockerfile', 'Dockerfile', 'containerfile', 'Containerfile'] }],
  filenames: ['Dockerfile', '*.Dockerfile', '*.docker'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*)/i, ['k', 'w', 's', 'w', 'k', 'w', 's']],
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
