import type { Act } from '../kernel/act.ts'
import { writeEntry } from '../kernel/audit.ts'
import type { Person } from '../kernel/payload-types.ts'
import { idOf } from '../kernel/related.ts'
import type { PersonForm } from './schema.ts'

const LABELS = {
  name: 'name',
  email: 'e-mail address',
  phone: 'telephone',
  address: 'postal address',
  organization: 'employer',
  employer: 'employer',
  jobTitle: 'job title',
} satisfies Record<keyof PersonForm, string>

type Known = Record<keyof PersonForm, string>

const knownOf = (person: Person): Known => ({
  name: person.name,
  email: person.email,
  phone: person.phone ?? '',
  address: person.address ?? '',
  organization: idOf(person.organization) ?? '',
  employer: person.employer ?? '',
  jobTitle: person.jobTitle ?? '',
})

/** What of a person a form changes, in words, each once. */
export const correctedIn = (before: Known, form: PersonForm): string[] => {
  const names = Object.keys(LABELS) as (keyof PersonForm)[]
  return [...new Set(names.filter((name) => before[name] !== form[name]).map((name) => LABELS[name]))]
}

/**
 * Corrects what is known of somebody. Roster, door, letters, certificates and open statements follow. False: it was so already.
 * The line of the log names the fields, not what stood in them.
 */
export const correctPerson = async (act: Act, person: Person, form: PersonForm): Promise<boolean> => {
  const typed = { ...form, organization: form.organization === 'other' ? '' : form.organization }
  const changed = correctedIn(knownOf(person), typed)
  if (changed.length === 0) return false
  const { organization, ...fields } = typed
  await act.payload.update({
    collection: 'people',
    id: person.id,
    data: { ...fields, organization: organization || null },
    depth: 0,
    overrideAccess: true,
  })
  const before = person.name === form.name ? '' : ` (${person.name} before)`
  await writeEntry(act, {
    key: `person:${person.id}:corrected:${act.now.toString()}`,
    kind: 'person.corrected',
    summary: `${form.name}${before}: ${changed.join(', ')} corrected`,
    person: person.id,
  })
  return true
}
