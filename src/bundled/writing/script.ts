/** The script of tabs, a file of its own for a strict Content-Security-Policy. Without it all parts stand one below the other. */
export const SCRIPT = `const groups = []
const show = (label, from) => {
  const top = from?.getBoundingClientRect().top
  for (const group of groups) {
    const at = group.labels.indexOf(label)
    if (at < 0) continue
    for (const [i, tab] of group.tabs.entries()) {
      tab.setAttribute('aria-selected', String(i === at))
      tab.tabIndex = i === at ? 0 : -1
      group.parts[i].hidden = i !== at
    }
  }
  if (from) scrollBy(0, from.getBoundingClientRect().top - top)
}
for (const [n, box] of [...document.querySelectorAll('.tabs')].entries()) {
  const parts = [...box.children].filter((part) => part.matches('.tab'))
  if (parts.length === 0) continue
  const labels = parts.map((part) => part.dataset.label)
  const list = document.createElement('div')
  list.className = 'tab-list'
  list.setAttribute('role', 'tablist')
  const tabs = parts.map((part, i) => {
    const tab = document.createElement('button')
    tab.type = 'button'
    tab.id = \`tab-\${n}-\${i}\`
    tab.textContent = labels[i]
    part.id ||= \`\${tab.id}-part\`
    for (const [name, value] of [['role', 'tab'], ['aria-controls', part.id]]) tab.setAttribute(name, value)
    for (const [name, value] of [['role', 'tabpanel'], ['aria-labelledby', tab.id]]) part.setAttribute(name, value)
    part.tabIndex = 0
    part.querySelector('.tab-label').hidden = true
    tab.onclick = () => show(labels[i], tab)
    list.append(tab)
    return tab
  })
  list.onkeydown = (event) => {
    const rtl = getComputedStyle(list).direction === 'rtl'
    const at = tabs.indexOf(document.activeElement)
    const to = { ArrowRight: at + (rtl ? -1 : 1), ArrowLeft: at + (rtl ? 1 : -1), Home: 0, End: -1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = tabs.at(to % tabs.length)
    next.focus()
    next.click()
  }
  box.prepend(list)
  groups.push({ labels, tabs, parts })
  show(labels[0])
}
const toTarget = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const part = target && target.closest('.tab[hidden]')
  if (!part) return
  show(part.dataset.label)
  target.scrollIntoView()
}
addEventListener('hashchange', toTarget)
toTarget()
`
