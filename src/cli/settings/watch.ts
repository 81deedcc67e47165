/** Whether a command goes on after its first build, and how it sees what changes. */
import { isTruthy } from '../../base/index.ts'
import type { Config } from '../../site/index.ts'

interface WatchSettings {
  /** undefined where nothing is said: `serve` watches then and `build` does not */
  readonly watch: boolean | undefined
  /** whether the command is `serve` */
  readonly serving: boolean
  readonly polling: boolean
}

export function watchSettings({ data }: Config): WatchSettings {
  const watch = data.get('watch') ?? null
  return {
    watch: watch === null ? undefined : isTruthy(watch),
    serving: data.get('serving') === true,
    polling: isTruthy(data.get('force_polling')),
  }
}
