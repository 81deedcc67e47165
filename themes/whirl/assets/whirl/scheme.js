// Before anything is drawn: the reader's choice of colours, and that scripts run at all.
;(() => {
  const root = document.documentElement
  root.classList.add('js')
  try {
    const chosen = localStorage.getItem('whirl-scheme')
    if (chosen === 'light' || chosen === 'dark') root.dataset.scheme = chosen
  } catch {
    // No storage: the system's setting stands.
  }
})()
