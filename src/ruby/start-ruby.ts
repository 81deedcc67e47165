/** Starting Ruby, or bringing it back as an earlier build kept it. */
import { Conversation } from './bridge/conversation.ts'
import type { MachineHost } from './machine/machine.ts'
import { decodeImage, encodeImage } from './machine/machine-image.ts'
import { rubyProgram } from './machine/program.ts'

/** A started Ruby in bytes, under a name that says which one. */
export interface MachineImages {
  read(): Uint8Array | undefined
  write(bytes: Uint8Array): void
}

/** Ruby with the layer, as it was kept or anew. */
export function startRuby(
  system: Omit<MachineHost, 'answer'>,
  layer: readonly string[],
  images: MachineImages | undefined,
): Conversation {
  const program = rubyProgram()
  const kept = images?.read()
  const image = kept === undefined ? undefined : decodeImage(kept)
  if (image !== undefined) return new Conversation(program, system, { image })
  const ruby = new Conversation(program, system, { layer })
  if (images !== undefined) images.write(encodeImage(ruby.image()))
  return ruby
}
