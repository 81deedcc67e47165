/**
 * Ruby as plugins have it. As WebAssembly: what an earlier build remembers of it, and for the rest started, or brought back as it was
 * kept. Of the machine: a process for each build, as nobody knows all that it sees.
 */
import type { Recording } from '../plugins/index.ts'
import { Conversation } from './bridge/conversation.ts'
import { NOTHING_HAPPENED, type Remembered } from './bridge/happenings.ts'
import { RememberedTurns } from './bridge/remembered-turns.ts'
import type { RubyEngine } from './machine/engine.ts'
import { askingFiles } from './machine/file-questions.ts'
import type { MachineImages } from './machine/machine-image.ts'
import { systemFor } from './machine/system.ts'
import type { SystemFiles } from './machine/system-files.ts'
import { beginMachine } from './machine-start.ts'
import { ProcessTurns } from './native/process-turns.ts'
import type { RubyProcess } from './native/ruby-process.ts'
import type { RubyThread } from './thread/ruby-thread.ts'
import { ThreadTurns } from './thread/thread-turns.ts'

/** Which Ruby. `layer` is the code that stands for Jekyll and Liquid, in order. */
export type RubyMachineKind =
  | {
      readonly kind: 'webassembly'
      readonly engine: RubyEngine
      readonly layer: readonly string[]
      /** what plugins may read and write */
      readonly files: SystemFiles
      /** where a started Ruby is kept, to be brought back by the next build */
      readonly images: MachineImages | undefined
      /** where it runs; undefined for the thread of the build */
      readonly thread: RubyThread | undefined
    }
  | {
      readonly kind: 'native'
      readonly process: RubyProcess
      /** by name */
      readonly layer: readonly (readonly [name: string, code: string])[]
      /** whether its gems are those of a Gemfile */
      readonly bundler: boolean
    }

interface RubyStart {
  readonly machine: RubyMachineKind
  /** a line that Ruby printed */
  print(line: string): void
  /** told before there is a Ruby */
  begun(): void
}

/** letters; a build of which more is to be remembered is run again */
const MOST_REMEMBERED = 1 << 26

interface StartedRuby {
  readonly ruby: Conversation
  /** what happened while the site was rendered; undefined where nothing is remembered */
  readonly recording: Recording | undefined
  /** Keeps what happened up to now for the next build; of one process the first build counts. */
  remember(): void
  /** What Ruby was told is another thing in the next build, which must ask it again. */
  unrepeatable(): void
}

export function startRuby({ machine, print, begun }: RubyStart): StartedRuby {
  if (machine.kind === 'webassembly') return startMachine(machine, { print, begun })
  begun()
  const { process, layer: files, bundler } = machine
  const ruby = new Conversation(
    (answerNow) => new ProcessTurns(process, { files, bundler }, { answerNow, print }),
  )
  return { ruby, recording: undefined, unrepeatable: () => {}, remember: () => {} }
}

function startMachine(
  { engine, layer, files, images, thread }: Extract<RubyMachineKind, { kind: 'webassembly' }>,
  { print, begun }: Pick<RubyStart, 'print' | 'begun'>,
): StartedRuby {
  let turns: RememberedTurns | undefined
  const unrepeatable = (): void => turns?.unsure()
  const ruby = new Conversation((answerNow) => {
    turns = new RememberedTurns(rememberedIn(images?.remembered()), {
      answerNow,
      files,
      print,
      begin(answer, printed, loaded) {
        begun()
        if (thread !== undefined)
          return new ThreadTurns(
            thread,
            { engine, layer, kept: images?.file, loaded },
            { answerNow: answer, print: printed, unrepeatable },
          )
        const system = systemFor({ engine, files: askingFiles(answer), print: printed, unrepeatable })
        return beginMachine({ engine, layer, images }, system, answer, loaded)
      },
    })
    return turns
  })
  let kept = false
  return {
    ruby,
    // The conversation has begun its turns.
    recording: (turns as RememberedTurns | undefined)?.recording,
    unrepeatable,
    remember() {
      const news = kept ? undefined : turns?.news()
      kept = true
      if (news === undefined) return
      const text = JSON.stringify(news)
      images?.remember(text.length > MOST_REMEMBERED ? '' : text)
    },
  }
}

function rememberedIn(text: string | undefined): Remembered {
  const read = text === undefined || text === '' ? undefined : (JSON.parse(text) as Remembered)
  // Others wrote lists.
  return read !== undefined && 'happened' in read ? read : NOTHING_HAPPENED
}
