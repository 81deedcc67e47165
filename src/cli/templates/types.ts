/** A file of a scaffold: its path below the new directory, and its text. */
export interface TemplateFile {
  readonly path: string
  readonly text: string
}
