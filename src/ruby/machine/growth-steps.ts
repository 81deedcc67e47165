/**
 * How much memory Ruby takes at a time. Its allocator asks for 64 KB whenever it has none left, and V8 takes each growth of a memory of
 * hundreds of megabytes for that much new memory, and collects all garbage: of a build's time a fifth.
 */

/** bytes; a power of two */
const GROWTH_STEP = 1 << 22

/** of WebAssembly */
const PAGE = 65_536

/** What dlmalloc begins its parameters with, behind a magic number: the size of a page, how much is taken at a time, and no limits. */
const PARAMETERS = [PAGE, PAGE, -1, -1]

/** Has the allocator whose parameters lie in `memory`, a Ruby's that was started, take more; nothing where it has others than are known. */
export function growInSteps(memory: Int32Array): void {
  for (let at = memory.indexOf(PAGE); at >= 0; at = memory.indexOf(PAGE, at + 1))
    if (memory[at - 1] !== 0 && PARAMETERS.every((value, i) => memory[at + i] === value)) {
      memory[at + 1] = GROWTH_STEP
      return
    }
}
