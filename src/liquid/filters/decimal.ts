/**
 * Decimal numbers of any size: Liquid does its arithmetic on Ruby's BigDecimal, so `0.1 | plus: 0.2` is 0.3. The value
 * is `digits` / 10^`scale`.
 */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** Decimal places a quotient is worked out to beyond the places of its operands: more than a Float can show. */
const QUOTIENT_PLACES = 40

const power = (exponent: number): bigint => 10n ** BigInt(exponent)

/** The decimal that `text` (`-1.5`, `1.0e-05`) spells. */
export function parseDecimal(text: string): Decimal {
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e')
  const dot = mantissa.indexOf('.')
  const digits = BigInt(mantissa.replace('.', ''))
  const scale = (dot < 0 ? 0 : mantissa.length - dot - 1) - Number(exponent)
  return scale >= 0 ? { digits, scale } : { digits: digits * power(-scale), scale: 0 }
}

export function fromInteger(value: number | bigint): Decimal {
  return { digits: BigInt(value), scale: 0 }
}

/** The nearest double. */
export function toDouble({ digits, scale }: Decimal): number {
  return Number(`${digits}e${-scale}`)
}

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale)
  return [a.digits * power(scale - a.scale), b.digits * power(scale - b.scale), scale]
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return { digits: x + y, scale }
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return { digits: x - y, scale }
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

/** Truncated beyond QUOTIENT_PLACES. `b` is not zero. */
export function divide(a: Decimal, b: Decimal): Decimal {
  const [x, y] = aligned(a, b)
  const extra = QUOTIENT_PLACES + Math.max(0, y.toString().length - x.toString().length)
  return { digits: (x * power(extra)) / y, scale: extra }
}

/** The remainder with the sign of `b`. `b` is not zero. */
export function modulo(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return { digits: floorMod(x, y), scale }
}

export function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}

export function floorMod(a: bigint, b: bigint): bigint {
  return a - b * floorDiv(a, b)
}

export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

export function floor({ digits, scale }: Decimal): bigint {
  return floorDiv(digits, power(scale))
}

export function ceil({ digits, scale }: Decimal): bigint {
  return -floorDiv(-digits, power(scale))
}

/** Rounded half away from zero to `places` (negative ones too). */
export function round(value: Decimal, places: number): Decimal {
  const drop = value.scale - places
  if (drop <= 0) return value
  const unit = power(drop)
  const size = value.digits < 0n ? -value.digits : value.digits
  const rounded = (size + unit / 2n) / unit
  const digits = value.digits < 0n ? -rounded : rounded
  return places >= 0 ? { digits, scale: places } : { digits: digits * power(-places), scale: 0 }
}
