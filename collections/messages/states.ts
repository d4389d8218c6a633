/** queued: to be sent · sent: a mail server took it · failed: given up, staff are shown it · kept: no mail server is set up. */
const MESSAGE_STATES = ['queued', 'sent', 'failed', 'kept'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

export const MESSAGE_STATE_LABELS = {
  queued: 'To be sent',
  sent: 'Sent',
  failed: 'Could not be sent',
  kept: 'Kept here; no mail server is set up',
} satisfies Record<MessageState, string>
