/** What the desk says at the top of the page after something about money was done. */
export const MONEY_DONE = {
  'statements-made': 'The statements are made. Each payer with an e-mail address gets a message with a link.',
  'statement-now': 'The statement is made. A payer with a mailbox gets a message with a link.',
  reminded: 'Sent, and written into the log.',
  'line-disputed': 'Written down. Nobody is reminded of this line.',
  'dispute-ended': 'Cleared up. The line is asked for as it stands.',
  rebilled: 'Billed to the other payer. What was not paid has left this statement.',
  paid: 'The payment is recorded.',
  'payment-refused':
    'From now on the person pays. What was not paid has left this statement, and is on the next one of the person.',
  unpaid: 'The payment is taken back, and the payer is told.',
  reversed: 'The line is taken back, on the statement it is on, and its payer is told.',
  adjusted: 'The adjustment is booked. Less stands on the statement of its line, more on the next one.',
  priced: 'The price is settled.',
}
