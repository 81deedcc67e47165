/** What C of the kernel and of eBPF has as types and calls, and the lexer of C takes for names like any other. */

const LANGUAGES: ReadonlySet<string> = new Set(['c', 'cpp', 'c++', 'bpf'])

const TYPE =
  /<span class="n">((?:__)?[us](?:8|16|32|64)|__(?:be|le)(?:16|32|64)|__w?sum(?:16)?|__poll_t)<\/span>/g
const CALL = /<span class="n">(SEC|bpf_[a-z0-9_]+|__(?:uint|type|array))<\/span>(?=<span class="p">\()/g

/** `inner`, coloured code in this language, with the colours of types and of functions for those. */
export function withKernelWords(inner: string, language: string | undefined): string {
  if (language === undefined || !LANGUAGES.has(language)) return inner
  return inner.replace(TYPE, '<span class="kt">$1</span>').replace(CALL, '<span class="nf">$1</span>')
}
