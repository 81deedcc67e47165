/**
 * The script that goes through the steps of a program, a file of its own for a strict Content-Security-Policy. Without it the steps
 * are a table.
 */
export const STEPS_SCRIPT = `const gentle = matchMedia('(prefers-reduced-motion: reduce)')
const made = (name, className, text = '') => {
  const element = document.createElement(name)
  element.className = className
  element.textContent = text
  return element
}
for (const table of document.querySelectorAll('table.figure-steps')) {
  const figure = table.closest('figure')
  const drawing = figure?.querySelector('.figure-drawing')
  const svg = drawing?.querySelector('svg')
  if (!svg) continue
  const rows = [...table.tBodies[0].rows].filter((row) => row.dataset.y)
  const mark = document.createElementNS(svg.namespaceURI, 'rect')
  for (const [name, value] of Object.entries({
    class: 'figure-here', x: 0, width: svg.viewBox.baseVal.width, visibility: 'hidden',
    fill: 'var(--whirl-mark,none)', stroke: 'var(--whirl-accent,currentColor)',
  })) mark.setAttribute(name, value)
  svg.querySelector(':scope > :not(title, desc, metadata)').before(mark)
  const [back, on] = ['back', 'on'].map((name) => {
    const button = made('button', 'button figure-step', table.dataset[name])
    button.type = 'button'
    return button
  })
  const [step, code, changed] = [made('strong', ''), made('code', ''), made('span', '')]
  const told = made('output', 'figure-step-told')
  told.append(step, ' ', code, ' ', changed)
  const box = made('div', 'figure-walk')
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', drawing.getAttribute('aria-label'))
  box.append(back, on, told)
  let at = -1
  const go = (to) => {
    const next = Math.min(Math.max(to, 0), rows.length - 1)
    rows[at]?.removeAttribute('aria-current')
    at = next
    const row = rows[at]
    row.setAttribute('aria-current', 'step')
    mark.setAttribute('y', row.dataset.y)
    mark.setAttribute('height', row.dataset.height)
    mark.setAttribute('visibility', 'visible')
    const cells = [...row.cells].map((cell) => cell.textContent)
    const values = ['', at + 1, rows.length]
    step.textContent = table.dataset.step.replace(/\\{([12])\\}/g, (_, i) => values[i])
    code.textContent = cells[2]
    changed.textContent = cells.slice(3).filter((text) => text !== '').join(', ')
    show()
  }
  const show = () => {
    back.setAttribute('aria-disabled', String(at <= 0))
    on.setAttribute('aria-disabled', String(at === rows.length - 1))
    if (at < 0) return
    const { top, bottom } = mark.getBoundingClientRect()
    const [first, last] = [24, innerHeight - box.offsetHeight - 24]
    const by = top < first ? top - first : bottom > last ? bottom - last : 0
    if (by !== 0) scrollBy({ top: by, behavior: gentle.matches ? 'auto' : 'smooth' })
  }
  back.onclick = () => go(at - 1)
  on.onclick = () => go(at + 1)
  box.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const forth = getComputedStyle(box).direction === 'rtl' ? -1 : 1
    const to = { ArrowRight: at + forth, ArrowLeft: at - forth, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    go(to)
  }
  drawing.after(box)
  show()
}
`
