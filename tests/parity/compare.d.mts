export interface Compared {
  readonly file: string
  readonly class: 'same' | 'css' | 'map' | 'highlight' | 'space' | 'differs' | 'missing' | 'extra'
  readonly at?: string
}
export declare const CLASSES: readonly Compared['class'][]
export declare const ACCEPTED: ReadonlySet<string>
export declare function filesBelow(root: string): string[]
export declare function foldCss(css: string): string
export declare function classify(file: string, a: Buffer, b: Buffer): Omit<Compared, 'file'>
export declare function firstDifference(x: string, y: string): string
export declare function compareTrees(reference: string, candidate: string): Compared[]
