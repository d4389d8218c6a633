import type { Context } from '../../context/context.ts'
import { openLink } from '../../context/links.ts'
import { peopleOfMailbox } from '../../people/actions.ts'
import { everythingOf, type EverythingFile, type EverythingKind } from './everything.ts'

/** What a mailbox may ask of what is kept about its people. */
export const publicPrivacy = (context: Context) => ({
  /** Everything about one of the people of a mailbox, by their place on its page; undefined for a link that opens nothing. */
  everything: async (token: string, place: number, kind: EverythingKind): Promise<EverythingFile | undefined> => {
    const opened = await openLink(context, 'my', token)
    if (!opened.ok) return undefined
    const person = (await peopleOfMailbox(context, opened.record))[place]
    return person && everythingOf(context, person.id, kind)
  },
})
