/** `make`, called when it is first asked for; what it gave is kept. For tables that many programs never read. */
export function onFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
