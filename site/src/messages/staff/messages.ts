/** The words of the messages that could not be sent. */
export const outbox = {
  title: 'Messages',
  all: 'All messages, in the panel',
  waiting: (count: number) =>
    count === 1 ? '1 message is still to be sent.' : `${count} messages are still to be sent.`,
  failed: 'Could not be sent',
  none: 'Every message reached a mail server, or is still on its way.',
  lead: 'We tried each of these for up to two days. Mend what the mail server said, then send them again.',
  more: (shown: number, all: number) => `The newest ${shown} of ${all}.`,
  columns: { message: 'Message', reason: 'What the mail server said', again: '' },
  tries: (count: number) => (count === 1 ? '1 attempt' : `${count} attempts`),
  noReason: 'It gave no reason.',
  again: 'Send again',
  againFor: (subject: string, to: string) => `Send again: ${subject}, to ${to}`,
  allAgain: (count: number) => `Send these ${count} again`,
}
