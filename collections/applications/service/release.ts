import { createHash } from 'node:crypto'
import { applicantName } from '../form.ts'
import type { Act } from '../../kernel/act.ts'
import type { Entry } from '../../kernel/audit.ts'
import { change, create } from '../../kernel/change.ts'
import type { SelectionState } from '../../selections/states.ts'
import type { Application, Selection } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { count, every } from '../../kernel/queries.ts'
import type { StaffDone } from '../../staff/views.ts'
import { changedMeanwhile } from '../../staff/shown.ts'
import { DONE, NO_REASON, refused } from '../../staff/refusals.ts'
import { callNamed, decisionsIn, RANKED, selectionOf, stateOf, type Call } from './calls.ts'
import { callLine } from './call-lines.ts'
import { releaseNotification } from './status-notifications.ts'
import type { ReleaseLine, ReleaseView } from './staff-views.ts'
import { isOneOf } from '../../values/list.ts'

const WORDS = {
  gone: 'There is no such call on the site.',
  changed:
    'The ranking has changed while you were looking. Nothing went out. Look at the messages again, then confirm.',
  released: 'The decisions are released already.',
  'not-released': 'Release the decisions before you close the selection.',
  others: 'Others are in line than the page showed. Nobody was told anything. Look at the list again, then close.',
  unscored: 'Some applications have no score yet. Put them in line or mark them ineligible, then close.',
} as const

const sealOf = (said: unknown): string => createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32)

const isRanked = ({ status }: Application): boolean => isOneOf(RANKED, status)

const linesOf = (call: Call, applications: readonly Application[]): ReleaseLine[] => {
  const decisions = decisionsIn(call, applications.filter(isRanked))
  const byId = new Map(applications.map((one) => [one.id, one]))
  const line = (application: Application, kind: ReleaseLine['kind'], about: string): ReleaseLine => ({
    id: application.id,
    name: applicantName(application),
    email: application.email,
    kind,
    about,
  })
  const inOrder = decisions.flatMap((decision) => {
    const application = byId.get(decision.id)!
    if ('offer' in decision) return line(application, 'place-offered', call.names.get(decision.offer) ?? '')
    const notification = releaseNotification(application, decision, call.names)
    return notification ? line(application, notification.kind, '') : []
  })
  const others = applications
    .filter((one) => !isRanked(one))
    .flatMap((application) => {
      const notification = releaseNotification(application, undefined, call.names)
      return notification ? line(application, notification.kind, application.reason ?? '') : []
    })
  return [...inOrder, ...others]
}

/** What a release would send now, message by message; undefined where there is no such call. */
const releaseView = async (context: Context, key: string): Promise<ReleaseView | undefined> => {
  const call = callNamed(await context.source.read(), key, context.now)
  if (!call) return undefined
  const [applications, selection] = await Promise.all([
    every(context, 'applications', { call: { equals: key } }),
    selectionOf(context, key),
  ])
  const { window, counts } = callLine(call, applications, selection, context.now)
  const lines = linesOf(call, applications)
  const said = lines.map(({ id, kind, about }) => [id, kind, about])
  return {
    call: key,
    title: call.title,
    zone: call.collaboratives[0]!.timeZone,
    state: stateOf(selection),
    isOpen: window === 'open',
    lines,
    toScore: counts.submitted,
    seal: sealOf(said),
  }
}

/** Of what closing a selection would do: who would be told that there is no place. */
export const closingSeal = (selection: Selection | undefined, applications: readonly Application[]): string => {
  const waiting = applications.filter(({ status }) => status === 'waiting').map(({ id }) => id)
  return sealOf([selection?.state ?? null, waiting.toSorted()])
}

/** What a registrar does with a whole selection: each is one write, and everything follows from it. */
export const releaseDesk = (context: Context, act: Act) => {
  const said = (key: string, state: SelectionState, summary: string, reason?: string) => (): Entry => ({
    key: `selection:${key}:${state}`,
    kind: `selection.${state}`,
    summary,
    reason,
  })

  return {
    releasePreview: (key: string): Promise<ReleaseView | undefined> => releaseView(context, key),

    /** `seal`: of the messages that were shown. */
    release: async (key: string, seal: string): Promise<StaffDone> => {
      const view = await releaseView(context, key)
      if (!view) return refused(WORDS.gone, 404)
      if (view.state !== 'scoring') return refused(WORDS.released, 409)
      if (view.seal !== seal) return refused(WORDS.changed, 409)
      const data = { state: 'released' as const, releasedAt: act.now.toString(), releasedBy: act.actor.user }
      const selection = await selectionOf(context, key)
      const entry = said(key, 'released', `Decisions for ${view.title} released: ${view.lines.length} messages`)
      const done = selection
        ? await change(act, 'selections', selection, data, entry, { only: { state: { equals: 'scoring' } } })
        : await create(act, 'selections', { ...data, call: key, title: view.title }, entry)
      return done ? DONE : refused(WORDS.released, 409)
    },

    /** Ends the selection: who waits has no place, and is told. `shown`: the seal of what the form said would follow. */
    closeSelection: async (key: string, reason: string, shown?: string): Promise<StaffDone> => {
      if (!reason.trim()) return NO_REASON
      const selection = await selectionOf(context, key)
      if (stateOf(selection) === 'closed') return changedMeanwhile(context, 'selections', key)
      if (!selection || selection.state !== 'released') return refused(WORDS['not-released'], 409)
      const unscored = await count(context, 'applications', {
        and: [{ call: { equals: key } }, { status: { equals: 'submitted' } }],
      })
      if (unscored > 0) return refused(WORDS.unscored, 409)
      if (shown && shown !== closingSeal(selection, await every(context, 'applications', { call: { equals: key } })))
        return refused(WORDS.others, 409)
      const closed = { state: 'closed', closedAt: act.now.toString(), closedBy: act.actor.user } as const
      const entry = said(key, 'closed', `Selection for ${selection.title} closed`, reason.trim())
      const done = await change(act, 'selections', selection, closed, entry)
      return done ? DONE : changedMeanwhile(context, 'selections', key)
    },
  }
}
