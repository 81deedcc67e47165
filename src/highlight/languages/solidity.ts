import { language, words } from '../language.ts'

/** Solidity, with the assembly inside it. */
export const solidity = language({
  tag: 'solidity',
  filenames: ['*.sol', '*.solidity'],
  until: '4.1',
  states: () => ({
    root: [
      [/\\?\n|[ \t\r\f\v]+/, ''],
      [/\/\/.*\n/, 'c1'],
      [/\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/, 'cm'],
      [/\*\//, 'err'],
      [/hex'[\da-fA-F]*'|hex"[\da-fA-F]*"/, 's'],
      [/"/, 's', 'double'],
      [/'/, 's', 'single'],
      [/\d+\.\d+/, 'mf'],
      [/0x[\da-f]+/i, 'mh'],
      [/\d+(?:e[+-]?\d+)?/i, 'mi'],
      [/u?fixed\d+x\d+/, 'kr'],
      [/(?:bytes|u?int)\d+/, 'kt'],
      [/[a-zA-Z$_][\w$]*/, words({ k: KEYWORDS, kc: CONSTANTS, kt: TYPES, nb: BUILTINS, kr: RESERVED }, 'n')],
      [/\/+/, 'o'],
      [/[-+*/%=<>!&|?:^~]/, 'o'],
      [/[()[\]{},.;]/, 'p'],
    ],
    double: [
      [/"/, 's', '#pop'],
      [/\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S])/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\/, 's'],
    ],
    single: [
      [/'/, 's', '#pop'],
      [/\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S])/, 'se'],
      [/[^\\'\n]+/, 's'],
      [/\\/, 's'],
    ],
  }),
})

const KEYWORDS = `abstract anonymous as assembly break calldata catch constant constructor continue contract delete do
  else emit enum event external fallback for function hex if import indexed interface internal is library mapping memory
  modifier new override payable pragma private public pure receive return returns storage struct throw try type using
  var view virtual while`
const CONSTANTS = 'finney szabo ether wei seconds minutes hours days weeks years'
const TYPES = 'address bool byte bytes string int uint'
const BUILTINS = `assert false keccak256 now require suicide super this true revert gasleft blockhash sha256 sha3
  ripemd160 ecrecover addmod mulmod selfdestruct transfer send call delegatecall balance`
const RESERVED = `alias case default define final fixed implements in inline let macro match mutable null of partial
  reference sealed sizeof static switch typeof unchecked immutable ufixed after apply auto copyof promise relocatable
  supports typedef`
