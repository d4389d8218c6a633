import { lengthText } from './texts.ts'

// How far a file has come, and a way to stop it, in the browser. Without it the browser's own sign goes round.

type Said = { errors?: { file?: string }; seconds?: number }

const read = (request: XMLHttpRequest): Said => {
  try {
    return JSON.parse(request.responseText) as Said
  } catch {
    return {}
  }
}

/** Sends the file of this page's form in the background; does nothing on a page without one. */
export const showProgress = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-upload]')
  const field = form?.querySelector<HTMLInputElement>('input[type="file"]')
  const bar = form?.querySelector('progress')
  const going = form?.querySelector<HTMLElement>('[data-going]')
  const line = form?.querySelector<HTMLElement>('[data-said]')
  const stop = form?.querySelector<HTMLButtonElement>('[data-cancel]')
  const start = form?.querySelector<HTMLButtonElement>('button:not([data-cancel])')
  if (!form || !field || !bar || !going || !line || !stop || !start) return
  let request: XMLHttpRequest | undefined

  const end = (text: string): void => {
    request = undefined
    going.hidden = true
    stop.hidden = true
    start.disabled = false
    line.textContent = text
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const [file] = field.files ?? []
    if (request) return
    if (!file) return end(form.dataset['none']!)
    if (file.size > Number(form.dataset['most'])) return end(form.dataset['tooLarge']!)
    const body = new FormData()
    body.append('file', file)
    const asking = new XMLHttpRequest()
    request = asking
    asking.open('POST', form.action)
    asking.setRequestHeader('Accept', 'application/json')
    asking.upload.addEventListener('progress', ({ loaded, total }) => {
      const percent = Math.floor((100 * loaded) / total)
      bar.value = percent
      line.textContent =
        percent < 100 ? form.dataset['sending']!.replace('0', String(percent)) : form.dataset['checking']!
    })
    asking.addEventListener('load', () => {
      if (asking.status === 201) return location.reload()
      const { errors, seconds } = read(asking)
      const length = seconds === undefined ? '' : form.dataset['lengthWas']!.replace('#', lengthText(seconds))
      end([errors?.file ?? form.dataset['lost']!, length].filter(Boolean).join(' '))
      field.setAttribute('aria-invalid', 'true')
      field.setAttribute('aria-describedby', line.id)
      field.focus()
    })
    asking.addEventListener('error', () => end(form.dataset['lost']!))
    asking.addEventListener('abort', () => end(form.dataset['stopped']!))
    going.hidden = false
    stop.hidden = false
    start.disabled = true
    bar.value = 0
    line.textContent = form.dataset['sending']!
    asking.send(body)
  })
  stop.addEventListener('click', () => request?.abort())
  addEventListener('beforeunload', (event) => {
    if (request && request.readyState < XMLHttpRequest.DONE) event.preventDefault()
  })
}
