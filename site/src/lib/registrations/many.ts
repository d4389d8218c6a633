import type { ManyView } from '#collections/staff/many-views.ts'
import type { StaffServices } from '#collections/services/staff.ts'
import type { FieldErrors } from '#collections/kernel/outcome.ts'
import type { Messages } from '../../messages/index.ts'
import { shownIn, wasIn, wrong, type DeskForm, type Trouble } from '../staff/desk.ts'

const WHAT = ['cancel', 'excuse', 'move'] as const satisfies readonly ManyView['what'][]

/** What somebody chose to do with the people they ticked. */
export const whatIn = (form: DeskForm | undefined): (typeof WHAT)[number] | undefined => {
  const asked = form?.get('what') || form?.get('do')
  return WHAT.find((one) => one === asked)
}

/** Everybody who is ticked, each once. */
export const whoIn = (form: DeskForm | undefined): string[] => [...new Set(form?.all('who') ?? [])]

export const WHO = 'who:'

const doOne = (staff: StaffServices, id: string, form: DeskForm): Promise<{ ok: true } | ({ ok: false } & Trouble)> => {
  const shown = shownIn(form, `revision-${id}`)
  switch (whatIn(form)) {
    case 'excuse': {
      const day = form.get('day')
      return staff.attendance.mark(id, day, {
        state: 'excused',
        note: form.get('reason').trim(),
        was: wasIn(form, `was-${id}`),
      })
    }
    case 'move':
      return staff.registrations.move(id, { to: form.get('to'), revision: shown.revision ?? 0 })
    default:
      return staff.registrations.cancel(id, { reason: form.get('reason'), ...shown })
  }
}

/** Does it for each by the same rule as for one; who is refused is named, and never stops the others. */
export const doForMany = async (
  staff: StaffServices,
  form: DeskForm,
  t: Messages['staff']['many'],
): Promise<{ ok: true } | ({ ok: false } & Trouble)> => {
  const [who, what] = [whoIn(form), whatIn(form)]
  if (!what || who.length === 0) return wrong(t.nobody)
  if (what !== 'move' && !form.get('reason').trim()) return wrong(t.noReason)
  if (what === 'excuse' && !form.get('day')) return wrong(t.noDay)
  if (what === 'move' && !form.get('to')) return wrong(t.noDate)
  const errors: FieldErrors = {}
  for (const id of who) {
    const done = await doOne(staff, id, form)
    if (!done.ok) errors[WHO + id] = done.message
  }
  const refused = Object.keys(errors).length
  return refused === 0 ? { ok: true } : wrong(t.refused(refused, who.length - refused), errors)
}
