/** Writing of what builds keep that can be done a part at a time, so that a server answers in between. */

/** Goes on with the writing until it is done, which it says, or until `isLate`: then it is to be called again. */
export type Save = (isLate?: () => boolean) => boolean

/** What is written, a part each time. What stops half way writes nothing that is wrong: the next one writes all. */
export type Steps = () => Generator<void, void>

/** `steps` as one writing. */
export function inParts(steps: Steps): Save {
  let running: Generator<void, void> | undefined
  return (isLate = () => false) => {
    running ??= steps()
    do if (running.next().done === true) return true
    while (!isLate())
    return false
  }
}
