// Searches the index that the build made below /pagefind/. The index is loaded at the first key.
const form = document.querySelector('form.search')
const field = form.querySelector('input')
const status = document.querySelector('.status')
const list = document.querySelector('.results')
const MOST = 20
// How many parts of a page are named.
const SECTIONS = 3
let engine
let latest = 0

const load = async () => {
  const module = await import(form.dataset.pagefind)
  await module.options?.({ excerptLength: 24 })
  await module.init?.()
  return module
}

const escaped = (text) => {
  const place = document.createElement('p')
  place.className = 'item-text'
  // Pagefind escapes the text and adds <mark>.
  place.innerHTML = text
  return place
}

// When the page is from, and which part of the site it belongs to.
const aboutOf = ({ meta }) => {
  const parts = [meta.date, meta.section].filter(Boolean)
  if (parts.length === 0) return []
  const about = document.createElement('p')
  about.className = 'kicker'
  for (const part of parts) {
    const span = document.createElement('span')
    span.textContent = part
    about.append(span)
  }
  return [about]
}

// The parts of the page that have the words, beside the page as a whole.
const sectionsOf = (data) => {
  const parts = (data.sub_results ?? []).filter(({ url }) => url.includes('#')).slice(0, SECTIONS)
  if (parts.length === 0) return []
  const list = document.createElement('ul')
  list.className = 'result-sections'
  for (const part of parts) {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = part.url
    link.textContent = part.title
    item.append(link, escaped(part.excerpt))
    list.append(item)
  }
  return [list]
}

const resultItem = (data) => {
  const item = document.createElement('li')
  item.className = 'item'
  const body = document.createElement('div')
  body.className = 'item-body'
  const title = document.createElement('h2')
  title.className = 'item-title'
  const link = document.createElement('a')
  link.href = data.url
  link.textContent = data.meta.title ?? data.url
  title.append(link)
  const text = escaped(data.excerpt)
  body.append(...aboutOf(data), title, text, ...sectionsOf(data))
  item.append(body)
  return item
}

const plurals = new Intl.PluralRules(document.documentElement.lang)
const inWords = (count) => {
  const forms = JSON.parse(count > MOST ? form.dataset.foundFirst : form.dataset.found)
  return (forms[plurals.select(count)] ?? forms.other).replace('{1}', count).replace('{2}', MOST)
}

const search = async () => {
  const query = field.value.trim()
  const own = ++latest
  if (query === '') {
    list.replaceChildren()
    status.textContent = ''
    return
  }
  try {
    engine ??= load()
    const found = await (await engine).search(query)
    const shown = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()))
    if (own !== latest) return
    list.replaceChildren(...shown.map(resultItem))
    const count = found.results.length
    status.textContent =
      count === 0 ? form.dataset.foundNone.replace('{1}', () => query) : inWords(count)
    history.replaceState(null, '', `?q=${encodeURIComponent(query)}`)
  } catch {
    engine = undefined
    if (own === latest) status.textContent = form.dataset.broken
  }
}

let timer
field.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(search, 120)
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  search()
})
const asked = new URLSearchParams(location.search).get('q')
if (asked) field.value = asked
// The reader may have typed before this script came.
if (field.value !== '') search()
