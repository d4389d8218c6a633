import type { Context } from '../../context/context.ts'
import { myViewOf, requestMyLink } from './my.ts'

/** What a mailbox may ask about itself. */
export const publicPeople = (context: Context) => ({
  /** Writes to the mailbox, if anybody there ever registered; says nothing either way. */
  sendLink: (email: string) => requestMyLink(context, email),
  read: (token: string) => myViewOf(context, token),
})
