// Everything here is a comfort: without it all texts and links work.
const root = document.documentElement
const all = (selector, within = document) => [...within.querySelectorAll(selector)]

// Dark and light.
const dark = matchMedia('(prefers-color-scheme: dark)')
const isDark = () => (root.dataset.scheme ? root.dataset.scheme === 'dark' : dark.matches)
const switches = all('.scheme')
const showScheme = () => {
  for (const button of switches) button.setAttribute('aria-pressed', String(isDark()))
}
for (const button of switches)
  button.addEventListener('click', () => {
    root.dataset.scheme = isDark() ? 'light' : 'dark'
    try {
      localStorage.setItem('whirl-scheme', root.dataset.scheme)
    } catch {
      // Holds for this page only.
    }
    showScheme()
  })
dark.addEventListener('change', showScheme)
showScheme()

// What unfolds in the header closes with Escape, with a click elsewhere and when the focus goes on.
for (const fold of all('.site-head details')) {
  const leave = (to) => {
    if (to && !fold.contains(to)) fold.open = false
  }
  fold.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !fold.open) return
    fold.open = false
    fold.querySelector('summary').focus()
  })
  fold.addEventListener('focusout', (event) => leave(event.relatedTarget))
  addEventListener('click', (event) => leave(event.target))
}

// Copying: of a session only what was typed.
const copyText = async (button, text) => {
  const label = button.textContent
  try {
    await navigator.clipboard.writeText(text)
    button.textContent = root.dataset.copied
  } catch {
    button.textContent = root.dataset.refused
  }
  setTimeout(() => {
    button.textContent = label
  }, 1600)
}
const codeOf = (figure) => {
  const table = figure.querySelector('.rouge-code pre')
  const isSession = figure.querySelector('.gp') !== null
  let text = ''
  for (const code of table ? [table] : all('code', figure)) {
    const copy = code.cloneNode(true)
    for (const part of all(`.code-note, .is-removed${isSession ? ', .gp, .go' : ''}`, copy)) part.remove()
    text += copy.textContent
  }
  if (!isSession) return text
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
for (const figure of all('.code')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = root.dataset.copy
  button.addEventListener('click', () => copyText(button, codeOf(figure)))
  figure.append(button)
}
// What scrolls is reached by the keyboard, and nothing else of its kind.
const scrolls = new ResizeObserver((entries) => {
  for (const { target } of entries)
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
    else target.removeAttribute('tabindex')
})
for (const block of all('.code pre, .prose pre, .table')) scrolls.observe(block)
for (const button of all('button[data-copy]')) {
  const source = document.getElementById(button.dataset.copy)
  if (!source) continue
  button.hidden = false
  button.addEventListener('click', () => copyText(button, source.value ?? source.textContent.trim()))
}

// The table of contents folds on small screens and follows on large ones.
const toc = document.querySelector('.toc')
if (toc) {
  const button = toc.querySelector('.toc-button')
  const open = (yes) => button.setAttribute('aria-expanded', String(yes))
  button.addEventListener('click', () => open(button.getAttribute('aria-expanded') !== 'true'))
  const links = all('a', toc)
  toc.classList.toggle('is-long', links.length > 16)
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  let here
  const follow = () => {
    let at = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < 120)
    if (innerHeight + scrollY >= root.scrollHeight - 2) at = Math.max(at, 0)
    if (links[at] === here) return
    here?.removeAttribute('aria-current')
    for (const item of all('.is-here', toc)) item.classList.remove('is-here')
    here = links[at]
    if (!here) return
    here.setAttribute('aria-current', 'true')
    for (let item = here.closest('li'); item; item = item.parentElement.closest('li')) item.classList.add('is-here')
  }
  let waiting = false
  addEventListener(
    'scroll',
    () => {
      if (waiting) return
      waiting = true
      requestAnimationFrame(() => {
        waiting = false
        follow()
      })
    },
    { passive: true },
  )
  // Measuring forces a layout: not while the page is still being made.
  const later = globalThis.requestIdleCallback ?? setTimeout
  later(follow)
  toc.addEventListener('click', (event) => {
    if (event.target.closest('a')) open(false)
  })
}

// Footnotes open beside their number.
if ('popover' in HTMLElement.prototype) {
  const note = document.createElement('div')
  note.className = 'foot-note'
  note.popover = 'auto'
  note.setAttribute('role', 'note')
  note.tabIndex = -1
  let shownFor
  note.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') shownFor?.setAttribute('aria-expanded', 'false')
  })
  for (const link of all('a.footnote')) {
    const item = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!item) continue
    link.setAttribute('role', 'button')
    link.setAttribute('aria-expanded', 'false')
    link.setAttribute('aria-label', root.dataset.footnote.replace('{1}', link.textContent))
    const toggle = (event) => {
      event.preventDefault()
      if (note.matches(':popover-open') && shownFor === link) return note.hidePopover()
      const copy = item.cloneNode(true)
      for (const back of all('.reversefootnote', copy)) back.remove()
      for (const named of all('[id]', copy)) named.removeAttribute('id')
      note.replaceChildren(...copy.childNodes)
      link.closest('p, li, td, dd, blockquote, figcaption')?.after(note)
      const at = link.getBoundingClientRect()
      note.showPopover()
      shownFor = link
      link.setAttribute('aria-expanded', 'true')
      const left = Math.min(at.left, root.clientWidth - note.offsetWidth - 16)
      note.style.left = `${Math.max(16, left) + scrollX}px`
      note.style.top = `${at.bottom + scrollY + 6}px`
    }
    link.addEventListener('click', toggle)
    link.addEventListener('keydown', (event) => {
      if (event.key === ' ') toggle(event)
    })
  }
}

// Comments come from elsewhere, so only when asked for.
const scriptFrom = (source, target) => {
  const script = document.createElement('script')
  script.src = source.dataset.script
  script.async = true
  script.crossOrigin = 'anonymous'
  for (const { name, value } of source.attributes) {
    if (!name.startsWith('data-set-')) continue
    const key = name.slice('data-set-'.length)
    script.setAttribute('plain' in source.dataset ? key : `data-${key}`, value)
  }
  target.append(script)
}
for (const section of all('.comments'))
  section.querySelector('button')?.addEventListener('click', () => {
    const target = document.createElement('div')
    target.className = 'giscus'
    section.querySelector('.comments-load').replaceWith(target)
    scriptFrom(section, target)
  })

// `/` goes to the search.
const search = document.querySelector('a[data-search]')
if (search)
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.closest('input, textarea, select, [contenteditable]')) return
    event.preventDefault()
    const field = document.getElementById('whirl:query')
    if (field) field.focus()
    else location.href = search.href
  })

// What was read can be read again without a connection, where the site asks for it.
if (root.dataset.worker && navigator.serviceWorker)
  navigator.serviceWorker.register(root.dataset.worker).catch(() => {})
