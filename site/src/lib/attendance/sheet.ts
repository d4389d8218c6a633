// A sheet half entered outlives a closed laptop: what differs from the page is kept in the browser until the page says the same.

const KEY = `sheet ${location.pathname}`

type Fields = Record<string, string>

const isField = (name: string): boolean => name.startsWith('state:') || name.startsWith('minutes:')

/** What a field says, by its name; `was:<id>` is what the page showed of somebody when it was filled in. */
const fieldsOf = (form: HTMLFormElement): Fields =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

const kept = (): Fields => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Fields
  } catch {
    return {}
  }
}

const personOf = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Puts back what was entered of somebody, as long as nobody has recorded something else of them. */
const restore = (form: HTMLFormElement): boolean => {
  const [before, now] = [kept(), fieldsOf(form)]
  let isChanged = false
  for (const [name, value] of Object.entries(before)) {
    const was = `was:${personOf(name)}`
    if (!isField(name) || now[name] === undefined || now[name] === value || before[was] !== now[was]) continue
    const field = form.elements.namedItem(name)
    if (field instanceof RadioNodeList || field instanceof HTMLInputElement) field.value = value
    isChanged = true
  }
  return isChanged
}

/** Puts back what was left half entered in the sheet of this page, and keeps what is entered from now on. */
export const keepSheet = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-sheet]')
  const note = document.querySelector<HTMLElement>('[data-kept]')
  if (!form || !note) return
  const isChanged = restore(form)
  note.hidden = !isChanged
  if (!isChanged) localStorage.removeItem(KEY)
  form.addEventListener('input', () => localStorage.setItem(KEY, JSON.stringify(fieldsOf(form))))
}
