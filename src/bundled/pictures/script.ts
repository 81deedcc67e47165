/**
 * The script of zoom, films and pairs, a file of its own for a strict Content-Security-Policy. Without it pictures stand as they
 * are, films are links, and pairs follow the system.
 */
export const SCRIPT = `const root = document.documentElement
const words = document.getElementById('pictures:script')?.dataset ?? {}
const all = (selector, within = document) => [...within.querySelectorAll(selector)]

// Pairs follow the reader's choice where the page has one.
const paired = all('source[data-scheme]')
if (paired.length > 0) {
  const { dataset } = root
  const follow = () => {
    const scheme = dataset.scheme ?? dataset.theme ?? dataset.mode ?? dataset.bsTheme
    const media = { dark: 'all', light: 'not all' }[scheme] ?? '(prefers-color-scheme: dark)'
    for (const source of paired) if (source.media !== media) source.media = media
  }
  new MutationObserver(follow).observe(root, { attributes: true })
  follow()
}

// Films and pages of others are loaded when the reader asks for them.
for (const box of all('.embed[data-frame]')) {
  const link = box.querySelector('.embed-play')
  link.setAttribute('role', 'button')
  const play = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const frame = document.createElement('iframe')
    frame.className = 'embed-frame'
    frame.title = box.dataset.title
    frame.allow = 'autoplay; picture-in-picture'
    frame.allowFullscreen = true
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.src = box.dataset.frame
    link.replaceWith(frame)
    frame.focus()
  }
  link.addEventListener('click', play)
  link.addEventListener('keydown', (event) => {
    if (event.key === ' ') play(event)
  })
}

// A picture is shown as large as the window, with its words and its credit.
const dialog = document.createElement('dialog')
if (typeof dialog.showModal === 'function') {
  dialog.className = 'zoomed'
  let shown
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'zoomed-close'
  close.textContent = words.close ?? '×'
  close.addEventListener('click', () => dialog.close())
  const show = (button) => {
    shown = button
    const picture = button.firstElementChild.cloneNode(true)
    for (const part of [picture, ...all('img, source', picture)]) {
      part.removeAttribute('loading')
      if (part.hasAttribute('sizes')) part.setAttribute('sizes', '100vw')
    }
    const image = picture.matches('img') ? picture : picture.querySelector('img')
    dialog.setAttribute('aria-label', image.alt || button.getAttribute('aria-label'))
    const caption = button.closest('figure')?.querySelector('figcaption')?.cloneNode(true)
    for (const named of caption ? all('[id]', caption) : []) named.removeAttribute('id')
    dialog.replaceChildren(close, picture, ...(caption ? [caption] : []))
    if (!dialog.open) {
      document.body.append(dialog)
      dialog.showModal()
    }
  }
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.matches('img')) dialog.close()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    shown?.focus()
  })
  dialog.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const others = all('.zoom', shown?.closest('.gallery') ?? document.createElement('div'))
    if (step === undefined || others.length < 2) return
    event.preventDefault()
    const back = getComputedStyle(root).direction === 'rtl' ? -step : step
    show(others.at((others.indexOf(shown) + back) % others.length))
  })
  const isLarge = (image) => image.closest('.gallery') || image.width * image.height >= 20000 || image.naturalWidth > image.width * 1.2
  for (const image of all('article img, main img')) {
    if (image.closest('a, button, .embed, .no-zoom, picture.no-zoom, [role="img"]')) continue
    const wrap = () => {
      if (!isLarge(image) || image.closest('.zoom')) return
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'zoom'
      button.setAttribute('aria-label', [words.enlarge ?? 'Enlarge', image.alt].filter(Boolean).join(': '))
      const part = image.closest('picture') ?? image
      part.replaceWith(button)
      button.append(part)
      button.addEventListener('click', () => show(button))
    }
    if (image.complete || (image.hasAttribute('width') && image.hasAttribute('height'))) wrap()
    else image.addEventListener('load', wrap, { once: true })
  }
}
`
