import { SYSTEM } from '../../kernel/act.ts'
import type { CertificateFacts } from '../certificate.ts'
import { givenEntry, revokedEntry } from '../log.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { notify } from '../../context/notify.ts'
import { deskValues, plainName } from '../../messages/values.ts'
import { paths } from '../../kernel/paths.ts'
import { idOf } from '../../kernel/related.ts'
import type { Values } from '../../templates/placeholders.ts'
import type { MessageKind } from '../../templates/states.ts'
import { dayIn, formatDay } from '../../values/day.ts'
import { formatClockHours } from '../../values/hours.ts'
import { LOCALES } from '../../values/locale.ts'
import type { Award } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { deskOf } from '../../registrations/service/facts.ts'
import { one } from '../../kernel/queries.ts'
import { notifySender } from '../../submissions/service/notifications.ts'

/** Writes to the holder of an award, once for each kind and key: `award:<id>:<kind>[:<key>]`. */
const notifyHolder = async (
  context: Context,
  award: Award,
  kind: MessageKind,
  values: Values,
  key?: string,
): Promise<void> => {
  const desk = deskOf(await context.source.read(), context)
  await notify(context, kind, {
    about: `award:${award.id}`,
    key,
    to: award.email,
    values: {
      name: plainName(award.name, 'there'),
      award: award.title,
      award_link: context.siteUrl + paths.verify(award.code),
      ...deskValues(desk),
      ...values,
    },
    person: idOf(award.person),
    registration: idOf(award.registration),
    submission: idOf(award.submission),
  })
}

const notifyGiven = async (context: Context, award: Award): Promise<void> => {
  const { siteUrl } = context
  if (award.kind === 'course') {
    const { path, minutes, corrections } = award.facts as CertificateFacts
    const values = {
      course: award.title,
      course_link: path === null ? '' : siteUrl + path,
      clock_hours: formatClockHours(minutes),
    }
    // A corrected certificate is told again.
    return notifyHolder(context, award, 'certificate', values, corrections.at(-1)?.at)
  }
  const submission = await one(context, 'submissions', idOf(award.submission) ?? '')
  const values = { award: award.title, award_link: siteUrl + paths.verify(award.code) }
  if (submission) await notifySender(context, submission, 'work-passed', { key: award.code, values })
}

/** Says that an award ends, and how it is renewed. */
export const notifyEnding = async (context: Context, award: Award): Promise<void> => {
  const { documents } = await context.source.read()
  const credential = documents.credentials.get(idOf(award.credential) ?? '')
  const last = dayIn(Temporal.Instant.from(award.expiresAt!), context.zone)
  const values = {
    award_until: formatDay(last, LOCALES[0]),
    credential_link: credential ? context.siteUrl + paths.credential(credential.slug) : '',
  }
  await notifyHolder(context, award, 'award-ending', values)
}

/** Writes what has to follow from an award as it is: to its holder, and into the log. Doing it again adds nothing. */
export const notifyAward = async (context: Context, award: Award): Promise<void> => {
  const act = actOf(context, SYSTEM)
  await writeEntry(act, givenEntry(award))
  if (award.revokedAt) {
    await writeEntry(act, revokedEntry(award))
    await notifyHolder(context, award, 'award-revoked', { reason: award.revokeReason ?? '' })
  } else await notifyGiven(context, award)
}
