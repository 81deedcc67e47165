export function writeSite(root: string, text: string): void
export function overridesOf(text: string, overrides?: string): Readonly<Record<string, unknown>>
