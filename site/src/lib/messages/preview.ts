import { render, type Rendered } from '#collections/messages/render.ts'
import { refusalOfText } from '#collections/templates/uses.ts'
import { samplesOf } from '#collections/templates/samples.ts'
import { MESSAGE_KINDS, type MessageKind } from '#collections/templates/states.ts'

type Sample = { kind: MessageKind; rendered: Rendered; refusals: string[] }

const isKind = (value: string | undefined): value is MessageKind =>
  (MESSAGE_KINDS as readonly (string | undefined)[]).includes(value)

/** A message filled with the example, for staff who may read its words; undefined for anybody else, or any other kind. */
export const sampleLetter = async (kind: string | undefined, locals: App.Locals): Promise<Sample | undefined> => {
  const { catalog, wordings, isPreview, locale } = locals
  if (!wordings || !isKind(kind)) return undefined
  const wording = await wordings(kind, { locale, isDraft: isPreview })
  const refusals = [refusalOfText(kind, wording.subject, 'subject'), refusalOfText(kind, wording.body, 'body')]
  return {
    kind,
    rendered: render(wording, samplesOf(kind), locale, catalog.site().shortName),
    refusals: refusals.filter((refusal) => refusal !== undefined),
  }
}
