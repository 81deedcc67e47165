/** The Ruby that is WebAssembly, on its side of the thread that it has. */
import { exhausted } from '../../base/index.ts'
import type { AnswerNow, BegunRuby } from '../bridge/turns.ts'
import { askingFiles } from '../machine/file-questions.ts'
import type { MachineImages } from '../machine/machine-image.ts'
import { systemFor } from '../machine/system.ts'
import { beginMachine } from '../machine-start.ts'
import type { BuildBeside, FromThread, ThreadStart, ToThread } from './ruby-thread.ts'

/** Does what the build says, for as long as the thread is there; `imagesAt` gives what is kept in a file. */
export function rubyBeside(build: BuildBeside, imagesAt: (file: string) => MachineImages): never {
  let ruby: BegunRuby | undefined
  for (;;) {
    const message = build.next()
    try {
      if (message[0] === 'begin') {
        ruby = begun(message[1], build, imagesAt)
        build.tell(['begun', ruby.isLoaded])
      } else if (ruby !== undefined) build.tell(done(ruby, message))
    } catch (error) {
      const deep = exhausted(error)?.deep === true
      build.tell(deep ? ['deep'] : ['failed', error instanceof Error ? error.message : String(error)])
    }
  }
}

function done(ruby: BegunRuby, message: ToThread): FromThread {
  switch (message[0]) {
    case 'start':
      return ['turn', ruby.start(message[1])]
    case 'resume':
      return ['turn', ruby.resume(message[1], message[2])]
    default:
      ruby.keep(String(message[1]))
      return ['kept']
  }
}

function begun(
  { engine, layer, kept, loaded }: ThreadStart,
  build: BuildBeside,
  imagesAt: (file: string) => MachineImages,
): BegunRuby {
  const ask: AnswerNow = (question) => {
    build.tell(['asked', question])
    return String(build.next()[1])
  }
  const system = systemFor({
    engine,
    files: askingFiles(ask),
    print: (line) => build.tell(['printed', line]),
    unrepeatable: () => build.tell(['unrepeatable']),
  })
  const images = kept === undefined ? undefined : imagesAt(kept)
  return beginMachine({ engine, layer, images }, system, ask, loaded)
}
