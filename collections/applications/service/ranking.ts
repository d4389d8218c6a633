import { closingSeal } from './release.ts'
import { whyNot } from '../explain.ts'
import { TEAM_KIND_LABELS, applicantName, choicesOf, teamOf } from '../form.ts'
import { balanceOf, heldTwice, rank, type Decision } from '../selection.ts'
import type { Readings } from '../../reviews/points.ts'
import type { ApplicationStatus } from '../states.ts'
import { idOf } from '../../kernel/related.ts'
import { instantOf } from '../../values/day.ts'
import type { Application } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { organizationNames } from '../../staff/queries.ts'
import { callNamed, candidateOf, decisionsIn, RANKED, selectionOf, type Call } from './calls.ts'
import { callLine } from './call-lines.ts'
import type { CallView, ChoiceView, RankedRow, RowFilter } from './staff-views.ts'
import { isOneOf } from '../../values/list.ts'

// The ranking of a call, as the desk reads it.

type Names = ReadonlyMap<string, string>

/** The district, as it is on the list or as it was typed. */
export const organizationOf = (application: Application, organizations: Names): string =>
  organizations.get(idOf(application.organization) ?? '') ?? application.employer ?? ''

/** What a team is, or what a person does. */
const kindOf = (application: Application): string => {
  const team = teamOf(application)
  if (application.applicant === 'person') return application.jobTitle?.trim() ?? ''
  return team?.kind ? TEAM_KIND_LABELS[team.kind] : ''
}

export const choiceViews = (application: Application, names: Names): ChoiceView[] =>
  choicesOf(application).map(({ collaborative, state }) => ({
    id: collaborative,
    name: names.get(collaborative) ?? '',
    state,
  }))

const readersOf = ({ collaboratives }: Call, application: Application): number =>
  collaboratives.find(({ id }) => id === idOf(application.collaborative))?.readers ?? 1

/** What would be done with somebody who waits, were the places given now. */
const nextOf = (decision: Decision | undefined, names: Names): string | null => {
  if (!decision) return null
  if ('offer' in decision) return `Would be offered ${names.get(decision.offer) ?? 'a place'}`
  return decision.skipped === 'no-place' ? `No place: ${whyNot(decision.because, names)}` : null
}

const ORDER: readonly ApplicationStatus[] = ['submitted', 'ineligible', 'withdrawn']

const rowsOf = (call: Call, applications: readonly Application[], organizations: Names): RankedRow[] => {
  const row = (application: Application, more: Pick<RankedRow, 'rank' | 'by' | 'next'>): RankedRow => ({
    ...more,
    id: application.id,
    name: applicantName(application),
    contact: application.email,
    organization: organizationOf(application, organizations),
    kind: kindOf(application),
    status: application.status,
    score: application.score ?? null,
    isByHand: Boolean(application.scoreReason),
    readings:
      application.readings && !application.scoreReason
        ? { ...(application.readings as Readings), of: readersOf(call, application) }
        : null,
    submittedAt: instantOf(application.submittedAt),
    choices: choiceViews(application, call.names),
    place: call.names.get(idOf(application.place) ?? '') ?? null,
    offerUntil: application.status === 'offered' ? instantOf(application.offerUntil) : null,
  })
  const byId = new Map(applications.map((one) => [one.id, one]))
  const inLine = applications.filter(({ status }) => isOneOf(RANKED, status))
  const candidates = inLine.map(candidateOf)
  const decisions = new Map(decisionsIn(call, inLine).map((decision) => [decision.id, decision]))
  const ranked = rank(candidates).map(({ rank, candidate, by }) =>
    row(byId.get(candidate.id)!, { rank, by, next: nextOf(decisions.get(candidate.id), call.names) }),
  )
  const others = ORDER.flatMap((status) => applications.filter((one) => one.status === status)).map((one) =>
    row(one, { rank: null, by: null, next: null }),
  )
  return [...ranked, ...others]
}

const fits = ({ status, organization, kind }: RowFilter, row: RankedRow): boolean =>
  (!status || row.status === status) &&
  (!organization || row.organization === organization) &&
  (!kind || row.kind === kind)

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter(Boolean))].toSorted()

/** The ranking of a call with its reasons; undefined where there is no such call. Drafts are read by nobody. */
export const callView = async (context: Context, key: string, filter: RowFilter): Promise<CallView | undefined> => {
  const call = callNamed(await context.source.read(), key, context.now)
  if (!call) return undefined
  const [applications, selection, organizations] = await Promise.all([
    every(context, 'applications', { call: { equals: key } }),
    selectionOf(context, key),
    organizationNames(context),
  ])
  const sent = applications.filter(({ status }) => status !== 'draft')
  const rows = rowsOf(call, sent, organizations)
  return {
    ...callLine(call, applications, selection, context.now),
    zone: call.collaboratives[0]!.timeZone,
    releasedAt: instantOf(selection?.releasedAt),
    closedAt: instantOf(selection?.closedAt),
    closing: closingSeal(selection, applications),
    rows: rows.filter((row) => fits(filter, row)),
    all: rows.length,
    organizations: distinct(rows.map(({ organization }) => organization)),
    kinds: distinct(rows.map(({ kind }) => kind)),
    twice: heldTwice(call.applicant === 'team' ? sent : [], (one) => organizationOf(one, organizations)).map(
      ({ name, holding }) => ({
        name,
        places: holding.map((one) => ({
          id: one.id,
          name: applicantName(one),
          place: call.names.get(idOf(one.place) ?? '') ?? '',
        })),
      }),
    ),
    balance: {
      organizations: balanceOf(sent, (one) => organizationOf(one, organizations)),
      kinds: balanceOf(sent, kindOf),
    },
  }
}
