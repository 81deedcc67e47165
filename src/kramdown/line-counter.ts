/** Counts the lines of one text. Asked for in rising order, counting goes on from the last place and stays linear. */
export class LineCounter {
  private from = 0
  private lines = 0
  private nextFeed = -1

  constructor(private readonly text: string) {}

  /** How many line feeds are before offset `i`. */
  before(i: number): number {
    if (i < this.from) {
      this.from = 0
      this.lines = 0
      this.nextFeed = -1
    }
    if (this.nextFeed < 0) this.nextFeed = this.feedFrom(this.from)
    while (this.nextFeed < i) {
      this.lines++
      this.from = this.nextFeed + 1
      this.nextFeed = this.feedFrom(this.from)
    }
    return this.lines
  }

  /** The first line feed from `i` on, the end of the text when there is none. */
  private feedFrom(i: number): number {
    const at = this.text.indexOf('\n', i)
    return at < 0 ? this.text.length : at
  }
}
