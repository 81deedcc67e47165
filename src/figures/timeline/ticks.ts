/** Where an axis of time is marked. */
import { civilFromDays, daysFromCivil } from '../../base/index.ts'
import { durationText } from '../language/time.ts'
import type { Timeline } from './model.ts'

export interface Tick {
  readonly value: number
  readonly text: string
}

/** More are not looked at. */
const MOST = 9
const DAY = 86_400

/** Steps of a minute and more, in seconds. */
const LONG = [60, 120, 300, 600, 1800, 3600, 7200, 21_600, 43_200, DAY, 2 * DAY, 5 * DAY, 10 * DAY, 30 * DAY]
const YEAR = 31_557_600
/** Steps of a calendar, in months. */
const MONTHS = [1, 3, 6]

export function ticksOf({ axis, isLogarithmic, from, to }: Timeline): readonly Tick[] {
  const textOf = (value: number): string => (axis === 'duration' ? durationText(value) : plain(value))
  if (isLogarithmic) {
    const [first, last] = [Math.ceil(Math.log10(from) - 1e-9), Math.floor(Math.log10(to) + 1e-9)]
    const step = Math.max(1, Math.ceil((last - first + 1) / MOST))
    const powers = Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, i) =>
      Number(`1e${first + i * step}`),
    )
    return powers.map((value) => ({ value, text: textOf(value) }))
  }
  if (axis === 'date') return datesOf(from, to)
  const step = axis === 'duration' ? durationStep(to - from) : roundStep((to - from) / (MOST - 1))
  return multiples(from, to, step).map((value) => ({ value, text: textOf(value) }))
}

const plain = (value: number): string => String(Number(value.toPrecision(10)))

/** The next of 1, 2, 5, 10, 20 … */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least * (1 - 1e-9)) ?? 10 * power
}

function durationStep(length: number): number {
  const least = length / (MOST - 1)
  if (least <= 30) return roundStep(least)
  const long = LONG.find((each) => each >= least)
  return long ?? Math.max(1, roundStep(least / YEAR)) * YEAR
}

function multiples(from: number, to: number, step: number): readonly number[] {
  const [first, last] = [Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9)]
  return Array.from(
    { length: Math.min(2 * MOST, Math.max(0, last - first + 1)) },
    (_, i) => (first + i) * step,
  )
}

const two = (number: number): string => String(number).padStart(2, '0')

function datesOf(from: number, to: number): readonly Tick[] {
  const least = (to - from) / (MOST - 1)
  if (least <= 10 * DAY) {
    const step = least < 1 ? 1 : least <= 30 ? roundStep(least) : LONG.find((each) => each >= least)!
    return multiples(from, to, step).map((value) => ({ value, text: momentText(value, step) }))
  }
  const months = MONTHS.find((each) => each * 30 * DAY >= least)
  const step = months ?? Math.max(1, roundStep(least / (365.25 * DAY))) * 12
  const { year, month } = civilFromDays(Math.floor(from / DAY))
  const start = Math.ceil((year * 12 + month - 1) / step)
  const ticks: Tick[] = []
  for (let i = start; ticks.length < 2 * MOST; i++) {
    const at = i * step
    const value = daysFromCivil(Math.floor(at / 12), (at % 12) + 1, 1) * DAY
    if (value > to) break
    const name = String(Math.floor(at / 12))
    if (value >= from) ticks.push({ value, text: step % 12 === 0 ? name : `${name}-${two((at % 12) + 1)}` })
  }
  return ticks
}

function momentText(value: number, step: number): string {
  const { year, month, day } = civilFromDays(Math.floor(value / DAY))
  const rest = value - Math.floor(value / DAY) * DAY
  // Midnight says which day begins.
  if (rest === 0) return `${year}-${two(month)}-${two(day)}`
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}`
  return step >= 60 ? clock : `${clock}:${two(rest % 60)}`
}
