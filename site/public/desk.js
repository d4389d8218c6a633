// Every page of the desk: "/" leads to the search box from anywhere, and Escape back out of it.
const box = document.querySelector('#find')
const isTyping = ({ target }) => target.closest?.('input, textarea, select, [contenteditable]') !== null

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !box) return
  if (event.key === '/' && !isTyping(event)) {
    event.preventDefault()
    box.focus()
    box.select()
  }
  if (event.key === 'Escape' && event.target === box) box.blur()
})
