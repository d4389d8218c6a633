import { MOST_WAITING } from '../flood.ts'
import type { PayerRefusalReason } from '../payer.ts'
import type { Closed } from './view.ts'

/** Why the desk does not take a form, in words beside its fields. */
export const DESK_REFUSALS = {
  'no-program': 'There is no such program. Choose one from the list of collaboratives.',
  'no-session': 'This course has no such session. Choose one from the course’s page.',
  'unknown-organization': 'Choose an organization from the list, or “not listed”.',
  'gate-unanswered': 'Say how you meet what this course asks for, or ask for a waiver.',
  'check-too-late':
    'A member guest’s check can no longer reach us in time for this session. Choose a later one, another way to take part, or write to the desk.',
  'terms-not-accepted': 'Read the terms and tick the box to accept them.',
  'terms-changed': 'The terms have changed while you were reading. Nothing you typed is lost: please read them again.',
  'attempt-reused': 'This form was sent before with other answers. Open the page again and fill it in once more.',
  'registered-before': 'This person is registered for the session already.',
  canceled: 'This session has been canceled. Other dates are on the course’s page.',
  past: 'This session is over. Other dates are on the course’s page.',
  'under-way': 'This session has begun, so nobody can register for it any more.',
  'not-open': 'Registration for this session has not opened yet.',
  closed: 'Registration for this session has closed.',
  'waitlist-full': `All seats are taken, and ${MOST_WAITING} people wait for one already, which is as many as we can keep in line. Choose another date.`,
} satisfies Record<Closed | (string & {}), string>

export const PAYER_REFUSALS = {
  'employer-not-member':
    'The employer you chose is not a member district. Choose another way to take part, or correct your employer.',
  'employer-is-member': 'You work for a member district, so you take part as its employee: choose that.',
  'no-host': 'Choose the member district.',
  'host-not-member': 'This organization is not a member district. Choose one that is.',
  'host-not-hosting':
    'This district does not host people. If it gave you written permission, register as a member guest.',
  'no-sponsor': 'Give the name of the organization that pays.',
} satisfies Record<PayerRefusalReason, string>
