export declare function compatOf(name: string): string
export declare const ENVIRONMENT: Readonly<Record<string, string | undefined>>
