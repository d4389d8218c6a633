import type { FieldErrors } from '#collections/kernel/outcome.ts'
import { paths } from '#collections/kernel/paths.ts'
import { LinkForm } from '#collections/registrations/schema.ts'
import type { PublicServices } from '#collections/services/public.ts'
import { fieldErrors } from '../form/answer.ts'
import { valueOf } from '../form/body.ts'
import { finished, formPage, gone, type FormOf, type Turn } from '../form/page.ts'

export type AskTurn = Turn<{ email: string; label: string }>

const form = (label: string, email: string, status: FormOf<AskTurn>['status'], errors: FieldErrors): AskTurn => ({
  show: 'form',
  label,
  email,
  status,
  errors,
})

/**
 * Where somebody asks to be told: of the course the address names, or of the list it narrows. `label` is what the list is called.
 * What comes back does not depend on who asks.
 */
export const askPage = (
  visitor: PublicServices,
  request: Request,
  { origin, url, label }: { origin: string; url: URL; label: string },
): Promise<AskTurn> =>
  formPage<NonNullable<Awaited<ReturnType<PublicServices['subscriptions']['wanted']>>>, AskTurn>(request, origin, {
    open: async () =>
      (await visitor.subscriptions.wanted(url.searchParams.get('course') ?? '', url.search, label)) ?? gone('missing'),
    view: (wanted) => form(wanted.label, '', 200, {}),
    act: async (sent, wanted) => {
      const email = valueOf(sent, 'email')
      const read = LinkForm.safeParse({ email })
      if (!read.success) return form(wanted.label, email, 422, fieldErrors(read.error.issues))
      await visitor.subscriptions.ask(wanted, read.data.email)
      return finished(`${paths.tellMe}?sent`, { done: 'sent' })
    },
  })

type Asked = { email: string; label: string }
export type LinkTurn = Turn<Asked, object>

/** What the link in the first message opens. Opening it changes nothing. */
export const confirmPage = (
  visitor: PublicServices,
  token: string,
  request: Request,
  origin: string,
): Promise<LinkTurn> =>
  formPage<Parameters<PublicServices['subscriptions']['confirm']>[0], LinkTurn>(request, origin, {
    open: async () => {
      const opened = await visitor.subscriptions.openAsked(token)
      return opened.ok ? opened.view : gone(opened.refusal)
    },
    view: ({ email, label }) => ({ show: 'form', email, label, status: 200, errors: {} }),
    act: async (_sent, asked) =>
      (await visitor.subscriptions.confirm(asked))
        ? finished(`${paths.tellMe}?confirmed`, { done: 'confirmed' })
        : { show: 'form', email: asked.email, label: asked.label, status: 409, errors: {}, refusal: 'too-many' },
  })

/** What the link in every later message opens; a mail program posts to it by itself (RFC 8058). */
export const endPage = (visitor: PublicServices, token: string, request: Request, origin: string): Promise<LinkTurn> =>
  formPage<Asked & { id: string }, LinkTurn>(request, origin, {
    open: async () => {
      const opened = await visitor.subscriptions.read(token)
      return opened.ok ? opened.view : gone(opened.refusal)
    },
    view: ({ email, label }) => ({ show: 'form', email, label, status: 200, errors: {} }),
    act: async (_sent, { id }) => {
      await visitor.subscriptions.end(id)
      // No way on: mail programs that end something by themselves follow none.
      return { show: 'refused', status: 200, refusal: 'ended' }
    },
  })
