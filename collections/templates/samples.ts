import { SAMPLE_VALUES, type Values } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/** Where the common example would not fit what a message is about. */
const FITTING: Partial<Record<MessageKind, Values>> = {
  'application-ineligible': { reason: 'You answered “no” to: You work in a public school district.' },
  'place-offered': { minimum: 'The program asks you to attend at least 6 of the 8 live sessions.' },
  'place-declined': { standing: 'You are still in line for the other collaboratives you asked for.' },
  'place-expired': { standing: 'You are still in line for the other collaboratives you asked for.' },
  'work-incomplete': { reason: 'The recording has no sound.' },
  'work-with-coach': { reason: 'You are close. We look forward to talking with you.' },
  'award-revoked': { reason: 'It was given to the wrong person.' },
}

/** The example one kind of message is shown with before it is about anybody. */
export const samplesOf = (kind: MessageKind): Readonly<Values> => ({ ...SAMPLE_VALUES, ...FITTING[kind] })
