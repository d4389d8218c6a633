// Loaded only while staff look at a draft from the panel. It tells the panel the page is there, and shows the page
// again whenever the panel says the draft was saved. Nothing scrolls away: only what may have changed is exchanged.
const panel = window.opener ?? (window.parent === window ? null : window.parent)

const showAgain = async () => {
  const response = await fetch(location.href, { credentials: 'same-origin' })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  // The line above it says whether this is a draft.
  for (const part of ['main', '.preview']) {
    const fresh = page.querySelector(part)
    if (fresh) document.querySelector(part)?.replaceWith(fresh)
  }
}

addEventListener('message', ({ origin, data }) => {
  if (origin === location.origin && data?.type === 'payload-document-event') void showAgain()
})

panel?.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)
