/** What is used of WebAssembly, whose types TypeScript has only together with those of browsers. */
declare namespace WebAssembly {
  type ModuleImports = Record<string, unknown>
  type Imports = Record<string, ModuleImports>

  interface ModuleImportDescriptor {
    readonly module: string
    readonly name: string
  }

  interface Memory {
    readonly buffer: ArrayBuffer
    /** `pages` of 64 KB more */
    grow(pages: number): number
  }

  interface Global {
    value: unknown
  }

  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>
  }

  const Module: {
    new (bytes: Uint8Array): Module
    imports(module: Module): readonly ModuleImportDescriptor[]
  }

  /** a stop of the program: `unreachable` */
  const RuntimeError: new (message?: string) => Error

  const Instance: new (module: Module, imports: Imports) => Instance
}
