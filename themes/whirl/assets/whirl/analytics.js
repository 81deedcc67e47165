// Counting visits, only where the site asks for it and the reader has not said no.
const own = document.currentScript
const refused = navigator.doNotTrack === '1' || navigator.globalPrivacyControl === true
if (own && !refused) {
  const script = document.createElement('script')
  script.src = own.dataset.script
  script.async = true
  for (const { name, value } of own.attributes)
    if (name.startsWith('data-set-')) script.setAttribute(`data-${name.slice('data-set-'.length)}`, value)
  document.head.append(script)
}
