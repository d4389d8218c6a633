// The door of a session, where there is JavaScript: the list narrows while one types, a tap shows at once, and what could not
// be sent waits on this phone until the network is back. Without it every tap is a form that loads the page again.
const list = document.querySelector('[data-door]')
const box = document.querySelector('#q')
const note = document.querySelector('[data-unsaved]')
const KEY = `door ${location.pathname}`

/** @returns {{ r: string, before: string, fields: [string, string][] }[]} */
const waiting = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]')
  } catch {
    return []
  }
}
const keep = (entries) => {
  if (entries.length > 0) localStorage.setItem(KEY, JSON.stringify(entries))
  else localStorage.removeItem(KEY)
}

const fold = (text) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{M}--[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]/gv, '')
    .normalize('NFC')
const words = (text) =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}\p{M}]/gu, ''))
    .filter(Boolean)

const narrow = () => {
  const typed = words(fold(box.value))
  for (const row of list.children) {
    // Every word of a name stands after a bar there, as the server took it apart.
    const has = (word) => row.dataset.search.includes(`|${word}`)
    row.hidden = !(typed.every(has) || has(typed.join('')))
  }
}

const refusals = new Map()

const say = () => {
  const count = waiting().length
  const texts = []
  if (count > 0) texts.push(note.dataset.unsaved.replace('#', String(count)))
  if (refusals.size > 0) texts.push(`${note.dataset.refused} ${[...refusals.values()].join(' ')}`)
  note.textContent = texts.join(' ')
  note.hidden = texts.length === 0
}

const count = () => {
  const here = document.querySelector('[data-here]')
  // While a search of the server is shown, only it knows the whole.
  if (here && !new URLSearchParams(location.search).get('q'))
    here.textContent = String(list.querySelectorAll('.here').length)
}

/** Shows a row as it will be once the tap is saved. */
const show = (row, what, isWaiting) => {
  const words = list.dataset
  const isUndo = what === 'undo'
  const isHere = what === 'present' || what === 'partly'
  row.dataset.was = what
  row.querySelector('[name=was]').value = isUndo ? '' : what
  row.classList.toggle('said', !isUndo)
  row.classList.toggle('here', isHere)
  row.classList.toggle('waits', isWaiting)
  row.querySelector('[data-state]').textContent = isUndo ? '' : words[what]
  const button = row.querySelector('[data-main]')
  if (button) {
    button.value = isHere ? 'undo' : 'present'
    button.textContent = isHere ? words.undo : words.present
    button.classList.toggle('go', !isHere)
  }
  const undo = row.querySelector('[data-undo]')
  if (undo) undo.hidden = isUndo || isHere
  const more = row.querySelector('details')
  if (more) more.open = false
  count()
}

/** Shows a row as the desk has it now. */
const renew = async (id) => {
  const page = await (await fetch(location.href)).text()
  const fresh = new DOMParser().parseFromString(page, 'text/html').getElementById(`p-${id}`)
  if (fresh) document.getElementById(`p-${id}`)?.replaceWith(fresh)
  count()
}

let isSending = false
let later = 0

/** Sends what waits, the oldest first; stops when the network is away and tries again by itself. */
const send = async () => {
  if (isSending) return
  isSending = true
  clearTimeout(later)
  try {
    for (let [next] = waiting(); next; [next] = waiting()) {
      const answer = await fetch(location.pathname, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams(next.fields),
        redirect: 'manual',
        signal: AbortSignal.timeout(15_000),
      })
      // Signed out: the page itself leads to the sign-in, and what waits stays here.
      if (answer.type === 'opaqueredirect') return location.reload()
      if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status))
      keep(waiting().slice(1))
      const row = document.getElementById(`p-${next.r}`)
      const { message } = answer.ok ? {} : await answer.json().catch(() => ({ message: String(answer.status) }))
      if (message) refusals.set(next.r, `${row?.dataset.name ?? ''}: ${message}`)
      else refusals.delete(next.r)
      // What was refused is shown again as it was before the tap; where somebody else was first, as they left it.
      if (message && row) show(row, next.before, false)
      if (answer.status === 409) await renew(next.r)
      if (row?.isConnected)
        row.classList.toggle(
          'waits',
          waiting().some(({ r }) => r === next.r),
        )
      say()
    }
  } catch {
    later = setTimeout(send, 5000)
  } finally {
    isSending = false
    say()
  }
}

if (list && box && note) {
  document.documentElement.classList.add('door-js')
  box.addEventListener('input', narrow)
  box.form.addEventListener('submit', (event) => {
    event.preventDefault()
    narrow()
  })
  list.addEventListener('submit', (event) => {
    const form = event.target
    const what = event.submitter?.value
    const row = form.closest('li')
    if (!form.matches('[data-mark]') || !what) return
    const fields = [...new URLSearchParams(new FormData(form, event.submitter))]
    event.preventDefault()
    keep([...waiting(), { r: row.id.slice(2), before: row.dataset.was || 'undo', fields }])
    show(row, what, true)
    if (box.value) {
      box.value = ''
      narrow()
    }
    say()
    void send()
  })
  for (const { r, fields } of waiting()) {
    const row = document.getElementById(`p-${r}`)
    const what = fields.find(([name]) => name === 'do')?.[1]
    if (row && what) show(row, what, true)
  }
  window.addEventListener('online', send)
  narrow()
  say()
  void send()
}
