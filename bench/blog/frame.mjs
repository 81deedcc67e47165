/** What stands around every page, whoever makes it. */
export const HEAD = (title, home, css) => `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="${css}"></head>
<body>
<header><a href="${home}">Bench</a> <nav><a href="/archive/">Archive</a> <a href="/tags/">Tags</a></nav></header>
<main>
`
export const FOOT = `</main>
<footer>Made for measuring.</footer>
</body>
</html>
`
export const CSS = `body { color: #222; max-width: 44rem; margin: 0 auto; }
body a { color: #06c; }
body a:hover { text-decoration: none; }
pre { overflow: auto; background: #f6f6f6; }
pre code { font-size: .9em; }
`
