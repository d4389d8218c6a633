import type { Payload } from 'payload'
import { one } from '../kernel/queries.ts'
import type { User } from '../kernel/payload-types.ts'

type Session = NonNullable<User['sessions']>[number]

/** Those that are not over. `now`: an ISO instant. */
export const runningIn = ({ sessions }: Pick<User, 'sessions'>, now: string): Session[] =>
  (sessions ?? []).filter(({ expiresAt }) => expiresAt > now)

/** Ends those that are meant; who was signed in by one is not any more, with the next request. Answers with how many it were. */
export const endSessions = async (
  payload: Payload,
  user: string,
  isMeant: (session: Session) => boolean,
): Promise<number> => {
  const found = await one({ payload }, 'users', user)
  const sessions = found?.sessions ?? []
  const left = sessions.filter((session) => !isMeant(session))
  if (found && left.length < sessions.length)
    // Only this: the rest of an account may be saved by somebody in the same moment.
    await payload.db.updateOne({ collection: 'users', id: user, data: { sessions: left }, returning: false })
  return sessions.length - left.length
}
