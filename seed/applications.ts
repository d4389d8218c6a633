import { ApplicationForm } from '#collections/applications/schema.ts'
import type { Act } from '#collections/kernel/act.ts'
import type { Application } from '#collections/kernel/payload-types.ts'
import { applyFor } from '#collections/applications/service/apply.ts'
import { answerPlace } from '#collections/applications/service/link.ts'
import type { Context } from '#collections/context/context.ts'
import { every } from '#collections/kernel/queries.ts'
import { staffApplications } from '#collections/applications/service/staff.ts'
import type { StaffDone } from '#collections/staff/views.ts'
import { applicants, type ApplicationStep } from './content/applications.ts'

type Ids = ReadonlyMap<string, string>

const mailboxOf = (name: string): string => `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.org`

const teamNamed = (team: string) => applicants.find((one) => one.team === team)!

const formOf = (team: string, organizations: Ids) => {
  const one = teamNamed(team)
  const listed = organizations.get(one.employer)
  return ApplicationForm.parse({
    name: one.contact,
    email: mailboxOf(one.contact),
    organization: listed ?? 'other',
    employer: listed ? '' : one.employer,
    jobTitle: one.jobTitle,
    teamName: one.team,
    teamKind: one.kind,
    members: one.members.map((name) => ({ name, email: mailboxOf(name), jobTitle: '' })),
    choices: one.choices,
    conditions: [one.isMixed ? 'no' : 'yes'],
    dates: [],
    texts: [...one.answers, one.climate, one.students, ''],
    attempt: '',
  })
}

/** Lets made-up teams apply and answer, and the desk score, release and enroll, through the same verbs as real ones. */
export const applicationTaker = (open: () => Context, act: () => Act, organizations: Ids) => {
  const applicationOf = async (team: string): Promise<Application> => {
    const [found] = await every(
      open(),
      'applications',
      { email: { equals: mailboxOf(teamNamed(team).contact) } },
      { limit: 1 },
    )
    return found!
  }
  const done = (what: string, result: StaffDone | { ok: boolean }): void => {
    if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result)}`)
  }

  return async (step: ApplicationStep): Promise<void> => {
    const context = open()
    const desk = staffApplications(context, act())
    if (step.does === 'apply') {
      const [first] = teamNamed(step.team).choices
      const form = formOf(step.team, organizations)
      return done(step.team, await applyFor(context, first!, form, step.isDraft ? 'save' : 'send'))
    }
    if (step.does === 'release') {
      for (const { call, waits, counts } of await desk.calls())
        if (counts.waiting > 0 && waits.offers === 0)
          done(call, await desk.release(call, (await desk.releasePreview(call))!.seal))
      return undefined
    }
    const application = await applicationOf(step.team)
    const { id, revision, linkVersion } = application
    if (step.does === 'score') {
      const given = { revision, reason: 'Read by two colleagues at the same table.' }
      return done(step.team, await desk.scoreByHand(id, step.score, given))
    }
    if (step.does === 'enroll') {
      const given = { revision, reason: 'The signed agreement came with the order.' }
      return done(step.team, await desk.enrollTeam(id, { number: step.order, isOnPaper: false }, given))
    }
    const token = await context.tokens.sign('application', { a: id, v: linkVersion }, act().now)
    const answer = { answer: step.answer, price: '4500000', reason: '', revision }
    return done(step.team, await answerPlace(context, token, answer))
  }
}
