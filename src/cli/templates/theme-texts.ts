/** The texts of a new theme that are not about it: its licence, and how people treat each other. */

/** The MIT licence. */
export function mitLicense(year: number, holder: string): string {
  return `The MIT License (MIT)

Copyright (c) ${year} ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.
`
}

export const CODE_OF_CONDUCT = `# Code of conduct

Everyone who takes part here, whoever they are and however much they know, is treated with respect.

- Be kind, say thank you, assume good intent.
- Criticise work, not people; take criticism of your work as help.
- No insults, no harassment, no private details of others.

This holds in issues, changes, reviews and wherever someone speaks for the project. It follows the spirit of the
[Contributor Covenant](https://www.contributor-covenant.org/).

Report what goes against it to the maintainers (TODO: an address). They will listen, keep your name to themselves, and
edit, warn or exclude as they see fit.
`
