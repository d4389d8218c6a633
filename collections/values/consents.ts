/** The two consents, each with the sentence beside its box: what somebody said yes to. A changed sentence asks something else. */
export const CONSENT_TEXTS = {
  mediaRelease: { label: 'Media release', text: 'You may show me in pictures and recordings of your work.' },
  mailingList: { label: 'Mailing list', text: 'You may e-mail me about other courses and programs.' },
} as const
export type ConsentName = keyof typeof CONSENT_TEXTS

/** A consent as it is kept: when it was given or taken back, and, where it was given, the sentence somebody said yes to. */
export const consentGiven = (name: ConsentName, given: boolean, at: string) => ({
  given,
  changedAt: at,
  text: given ? CONSENT_TEXTS[name].text : null,
})
