import { PersonForm } from '#collections/people/schema.ts'
import type { StaffServices } from '#collections/services/staff.ts'
import { fieldErrors } from '../form/answer.ts'
import { wrongIn, type DeskForm, type Trouble } from '../staff/desk.ts'

type Performed = { done: { ok: true } | ({ ok: false } & Trouble); said?: string; at?: string; path?: string }

const correct = async (staff: StaffServices, id: string, form: DeskForm): Promise<Performed> => {
  const fields = Object.fromEntries(form.names().map((name) => [name, form.get(name)]))
  const read = PersonForm.safeParse(fields)
  if (!read.success) return { done: wrongIn(fieldErrors(read.error.issues)) }
  return { done: await staff.people.correct(id, read.data, form.get('shown')), said: 'corrected' }
}

/** What is done on the page of a person; undefined: the form asks for nothing that is known. */
export const doForPerson = async (staff: StaffServices, id: string, form: DeskForm): Promise<Performed | undefined> => {
  switch (form.get('do')) {
    case 'correct':
      return correct(staff, id, form)
    case 'part':
      return { done: await staff.people.part(form.get('record'), form.get('reason')), said: 'parted' }
    default:
      return undefined
  }
}
