// Keeps the draft of a review without leaving the place one reads at, in the browser. Without it the button does the same, and
// the page is loaded again.

/** Milliseconds after the last change. */
const QUIET = 15_000

/** Begins to keep the draft of this page; does nothing on a page without one. */
export const keepDraft = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-review]')
  const line = form?.querySelector<HTMLElement>('[data-kept]')
  const button = form?.querySelector<HTMLButtonElement>('button[value="save"]')
  if (!form || !line || !button) return
  let isChanged = false
  let soon: ReturnType<typeof setTimeout> | undefined

  /** Whether it is kept; where the answer is anything else, the page itself is asked, and says why. */
  const save = async (): Promise<boolean> => {
    clearTimeout(soon)
    const body = new FormData(form)
    body.set('do', 'save')
    isChanged = false
    const response = await fetch(location.pathname, { method: 'POST', body, headers: { Accept: 'application/json' } })
    line.textContent = response.ok ? line.dataset['kept']! : line.dataset['not']!
    isChanged ||= !response.ok
    return response.ok
  }
  const saveQuietly = (): void => {
    save().catch(() => {
      isChanged = true
      line.textContent = line.dataset['not']!
    })
  }

  form.addEventListener('input', () => {
    isChanged = true
    line.textContent = ''
    clearTimeout(soon)
    soon = setTimeout(saveQuietly, QUIET)
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(soon)
    if (event.submitter !== button) {
      isChanged = false
      return
    }
    event.preventDefault()
    const askThePage = (): void => {
      isChanged = false
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'do', value: 'save' }))
      form.submit()
    }
    save().then((isKept) => isKept || askThePage(), askThePage)
  })
  addEventListener('beforeunload', (event) => {
    if (isChanged) event.preventDefault()
  })
}
