import type { Endpoint } from 'payload'
import { panelTime } from '#collections/kernel/clock.ts'
import { rolesOf } from './admin/registrar.ts'

const KEPT = 'No mail server is set up. The letter is kept under Messages, as all of them are.'

/** Asked by the panel: a letter to whoever asks, and what the mail server says to it, word for word. */
export const testLetter: Endpoint = {
  path: '/test-letter',
  method: 'post',
  handler: async ({ payload, user }) => {
    if (!user || !rolesOf(user).includes('admin'))
      return Response.json({ said: 'Only an admin can do this.' }, { status: 403 })
    const { email } = user as { email: string }
    try {
      const answer: unknown = await payload.sendEmail({
        to: email,
        subject: 'A test letter',
        html: '<p>This letter was sent to see whether letters arrive. They do.</p>',
      })
      if (!payload.config.custom?.['sendsMail']) return Response.json({ said: KEPT })
      await payload.kv.set('setup:mail', { at: panelTime(payload).toString() })
      const said = (answer as { response?: string } | undefined)?.response ?? 'taken'
      return Response.json({ said: `Sent to ${email}. The mail server says: ${said}` })
    } catch (error) {
      return Response.json({ said: `Not sent. ${(error as Error).message}` }, { status: 502 })
    }
  },
}
