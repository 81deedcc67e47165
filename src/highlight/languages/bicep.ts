import { language, words } from '../language.ts'
import { first, inTurn } from '../states-change.ts'
import type { Rule } from '../types.ts'

const IN_WORD: readonly Rule<undefined>[] = [
  [/(?<=[\p{L}\p{M}\p{N}\p{Pc}])[a-zA-Z_]\w*/u, 'n'],
  [/(?<=[\p{L}\p{M}\p{N}\p{Pc}])\d+/u, 'err'],
]

export const bicep = language({
  tag: 'bicep',
  filenames: ['*.bicep'],
  since: '4.7',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.+/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/@[a-zA-Z_]\w*/, 'nd'],
      [/'/, 's1', 'string'],
      [/\d+\b/, 'm'],
      [/\d\w*\b/, 'n'],
      [/[a-zA-Z_]\w*\b/, words({ k: KEYWORDS, kt: 'array bool int object string', nf: FUNCTIONS }, 'n')],
      [/[a-zA-Z_]\w*/, 'n'],
      [/[=!]=|[=!]~|&&|\|\||\?\?|\.\?|[-+*/%<>!]/, 'o'],
      [/\{/, 'pi', 'block'],
      [/[()[\],;:.}=]/, 'p'],
    ],
    block: [[/\}/, 'pi', '#pop'], [/[a-zA-Z_]\w*(?=\s*:)/, 'py'], 'root'],
    string: [
      [/'/, 's1', '#pop'],
      [/\$\{/, 'si', 'expression'],
      [/[^'$}]+|\$/, 's1'],
    ],
    expression: [[/\}/, 'si', '#pop'], 'root'],
  }),
  changes: [
    // After a letter that no name has, no name or number begins.
    { since: '5.1', states: inTurn(first('root', ...IN_WORD), first('block', ...IN_WORD)) },
  ],
})

const KEYWORDS = `as assert existing extension false for from func if import in metadata module none null output param
  provider resource targetScope true type using var with`
const FUNCTIONS = `base64 base64ToJson base64ToString cidrHost cidrSubnet concat contains dataUri dataUriToString
  dateTimeAdd dateTimeFromEpoch dateTimeToEpoch deployer deployment empty endsWith environment extensionResourceId fail
  filter first flatten format getSecret groupBy guid indexOf intersection items join json last lastIndexOf length
  listAccountSas listKeys listSecrets loadFileAsBase64 loadJsonContent loadTextContent loadYamlContent managementGroup
  managementGroupResourceId map max min newGuid objectKeys padLeft parseCidr pickZones range readEnvironmentVariable
  reduce reference replace resourceGroup resourceId shallowMerge skip sort split startsWith subscription
  subscriptionResourceId substring take tenant tenantResourceId toLogicalZone toLower toObject toPhysicalZone toUpper trim
  union uniqueString uri uriComponent uriComponentToString utcNow`
