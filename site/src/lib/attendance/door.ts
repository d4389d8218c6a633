// The door of a session, where there is JavaScript: the list narrows while one types, a tap shows at once, and what could not
// be sent waits on this phone until the network is back. Without it every tap is a form that loads the page again.
import { isFoundBy, searchFor } from '#collections/values/searchable.ts'

const KEY = `door ${location.pathname}`
const AGAIN = 5_000
const LONGEST = 15_000

type Entry = { r: string; before: string; fields: [string, string][] }

const waiting = (): Entry[] => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Entry[]
  } catch {
    return []
  }
}

const keep = (entries: readonly Entry[]): void => {
  if (entries.length > 0) localStorage.setItem(KEY, JSON.stringify(entries))
  else localStorage.removeItem(KEY)
}

const rowOf = (id: string): HTMLElement | null => document.getElementById(`p-${id}`)

const start = (list: HTMLElement, box: HTMLInputElement, note: HTMLElement): void => {
  /** Finds as the server does: both take names apart by one rule. */
  const narrow = (): void => {
    const search = searchFor(box.value)
    for (const row of list.querySelectorAll<HTMLElement>('[data-search]'))
      row.hidden = search.whole !== '' && !isFoundBy(row.dataset['search'] ?? '', search)
  }

  const refusals = new Map<string, string>()

  const say = (): void => {
    const count = waiting().length
    const texts: string[] = []
    if (count > 0) texts.push((note.dataset['unsaved'] ?? '').replace('#', String(count)))
    if (refusals.size > 0) texts.push(`${note.dataset['refused']} ${[...refusals.values()].join(' ')}`)
    note.textContent = texts.join(' ')
    note.hidden = texts.length === 0
  }

  const count = (): void => {
    const here = document.querySelector('[data-here]')
    // While a search of the server is shown, only it knows the whole.
    if (here && !new URLSearchParams(location.search).get('q'))
      here.textContent = String(list.querySelectorAll('.here').length)
  }

  /** Shows a row as it will be once the tap is saved. */
  const show = (row: HTMLElement, what: string, isWaiting: boolean): void => {
    const words = list.dataset
    const isUndo = what === 'undo'
    const isHere = what === 'present' || what === 'partly'
    row.dataset['was'] = what
    row.querySelector<HTMLInputElement>('[name=was]')!.value = isUndo ? '' : what
    row.classList.toggle('said', !isUndo)
    row.classList.toggle('here', isHere)
    row.classList.toggle('waits', isWaiting)
    row.querySelector('[data-state]')!.textContent = isUndo ? '' : (words[what] ?? '')
    const button = row.querySelector<HTMLButtonElement>('[data-main]')
    if (button) {
      button.value = isHere ? 'undo' : 'present'
      button.textContent = (isHere ? words['undo'] : words['present']) ?? ''
      button.classList.toggle('go', !isHere)
    }
    const undo = row.querySelector<HTMLElement>('[data-undo]')
    if (undo) undo.hidden = isUndo || isHere
    const more = row.querySelector('details')
    if (more) more.open = false
    count()
  }

  /** Shows a row as the desk has it now. */
  const renew = async (id: string): Promise<void> => {
    const page = await (await fetch(location.href)).text()
    const fresh = new DOMParser().parseFromString(page, 'text/html').getElementById(`p-${id}`)
    if (fresh) rowOf(id)?.replaceWith(fresh)
    count()
  }

  let isSending = false
  let later: ReturnType<typeof setTimeout> | undefined

  /** Sends one tap; false: the sign-in has ended, and the page itself leads there. */
  const sendOne = async (next: Entry): Promise<boolean> => {
    const answer = await fetch(location.pathname, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(next.fields),
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST),
    })
    if (answer.type === 'opaqueredirect') return false
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status))
    keep(waiting().slice(1))
    const row = rowOf(next.r)
    const told = answer.ok ? {} : ((await answer.json().catch(() => ({}))) as { message?: string })
    const message = answer.ok ? undefined : (told.message ?? String(answer.status))
    if (message) refusals.set(next.r, `${row?.dataset['name'] ?? ''}: ${message}`)
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
    return true
  }

  /** Sends what waits, the oldest first; stops when the network is away and tries again by itself. */
  const send = async (): Promise<void> => {
    if (isSending) return
    isSending = true
    clearTimeout(later)
    try {
      for (let [next] = waiting(); next; [next] = waiting())
        // Signed out: what waits stays here.
        if (!(await sendOne(next))) return location.reload()
    } catch {
      later = setTimeout(() => void send(), AGAIN)
    } finally {
      isSending = false
      say()
    }
  }

  document.documentElement.classList.add('door-js')
  box.addEventListener('input', narrow)
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    narrow()
  })
  list.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const button = event.submitter as HTMLButtonElement | null
    const row = form.closest('li')
    if (!row || !button?.value || !form.matches('[data-mark]')) return
    const what = button.value
    const fields = [...new FormData(form, button)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    event.preventDefault()
    keep([...waiting(), { r: row.id.slice(2), before: row.dataset['was'] || 'undo', fields }])
    show(row, what, true)
    if (box.value) {
      box.value = ''
      narrow()
    }
    say()
    void send()
  })
  for (const { r, fields } of waiting()) {
    const row = rowOf(r)
    const what = fields.find(([name]) => name === 'do')?.[1]
    if (row && what) show(row, what, true)
  }
  window.addEventListener('online', () => void send())
  narrow()
  say()
  void send()
}

const [list, box, note] = ['[data-door]', '#q', '[data-unsaved]'].map((at) => document.querySelector<HTMLElement>(at))
if (list && box instanceof HTMLInputElement && note) start(list, box, note)
