// Saves a workbook while one writes, in the browser. Without it everything is saved by its button.

/** Milliseconds: after the last key, and at the latest; and from one try to the next while there is no connection. */
const QUIET = 1_000
const LATEST = 5_000
const AGAIN = 5_000

type Answer = {
  stamps?: Record<string, string>
  conflicts?: { key: string }[]
  said?: string
}

const FIELD = /^(?:(?:text|option|link)-(.+)|(note))$/

/** The key of the item a field belongs to; 'note' for the note. */
const keyOf = (name: string): string | undefined => {
  const [, key, note] = FIELD.exec(name) ?? []
  return key ?? note
}

/** What is sent for some items: their fields, and what the page had when they were last saved. */
const formFor = (form: HTMLFormElement, keys: ReadonlySet<string>): FormData => {
  const data = new FormData()
  for (const [name, value] of new FormData(form)) {
    const key = keyOf(name) ?? (name === 'noteWas' ? 'note' : name.replace(/^was-/, ''))
    if (keys.has(key) && typeof value === 'string') data.append(name, value)
  }
  return data
}

const stampField = (form: HTMLFormElement, key: string): HTMLInputElement | null =>
  form.querySelector(key === 'note' ? '[name="noteWas"]' : `[name="was-${key}"]`)

/** Begins to save the workbook of this page by itself; does nothing on a page without one. */
export const keepSaving = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-workbook]')
  const line = document.querySelector<HTMLElement>('[data-autosave]')
  if (!form || !line) return
  /** Items with something that is not saved. */
  const changed = new Set<string>()
  let since: number | undefined
  let soon: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> | undefined
  let isOver = false

  const say = (text: string, isTrouble = false): void => {
    if (line.textContent !== text) line.textContent = text
    line.toggleAttribute('data-trouble', isTrouble)
  }

  const plan = (wait: number): void => {
    clearTimeout(soon)
    soon = setTimeout(save, wait)
  }

  const take = ({ stamps = {}, conflicts = [], said }: Answer): void => {
    for (const [key, stamp] of Object.entries(stamps)) {
      const field = stampField(form, key)
      if (field) field.value = stamp
    }
    for (const { key } of conflicts) changed.add(key)
    if (conflicts.length > 0) {
      isOver = true
      say(line.dataset['conflict']!, true)
    } else if (changed.size === 0) say(said ?? '')
  }

  const once = async (): Promise<void> => {
    since = undefined
    const keys = new Set(changed)
    changed.clear()
    say(line.dataset['saving']!)
    const giveBack = () => {
      for (const key of keys) changed.add(key)
    }
    try {
      const body = formFor(form, keys)
      const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } })
      const answer = (await response.json()) as Answer
      if (answer.stamps) take(answer)
      else if (response.status >= 500 || response.status === 429) throw new Error('Not now.')
      else {
        giveBack()
        isOver = true
        say(line.dataset['refused']!, true)
      }
    } catch {
      giveBack()
      say(line.dataset['offline']!, true)
      plan(AGAIN)
      return
    }
    if (changed.size > 0 && !isOver) plan(QUIET)
  }

  const save = (): void => {
    if (changed.size === 0 || saving || isOver) return
    saving = once().finally(() => (saving = undefined))
  }

  form.addEventListener('input', ({ target }) => {
    const key = keyOf((target as HTMLInputElement).name)
    if (!key) return
    changed.add(key)
    line.toggleAttribute('data-begun', true)
    if (isOver) return
    const now = performance.now()
    since ??= now
    if (!line.hasAttribute('data-trouble')) say(line.dataset['typing']!)
    plan(Math.min(QUIET, Math.max(0, since + LATEST - now)))
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(soon)
    if (saving) {
      // What is under way is waited for: sent past it, the form would seem to come from another window.
      event.preventDefault()
      void saving.then(() => form.requestSubmit(event.submitter))
      return
    }
    // The form itself takes everything along.
    changed.clear()
  })
  addEventListener('online', () => plan(0))
  addEventListener('beforeunload', (event) => {
    if (changed.size > 0 || saving) event.preventDefault()
  })
  say(line.dataset['idle']!)
}
