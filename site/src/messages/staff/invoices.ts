/** What the desk says at the top of the page after something about money was done. */
export const MONEY_DONE = {
  'statements-made': 'The statements are made. Each payer with an e-mail address gets a message with a link.',
  paid: 'The payment is recorded.',
  'payment-refused': 'From now on the person pays. What was not paid is billed anew, on the next statement.',
  reversed: 'The line is taken back. That stands on the next statement.',
  adjusted: 'The adjustment is booked. It stands on the next statement.',
  priced: 'The price is settled.',
}
