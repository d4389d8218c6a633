import { expect } from 'vitest'
import { nth, step, type Step } from './step.ts'

// Statements, checks and payments.

export const statements = (): Step =>
  step('statements are made', () => async (_, world) => {
    for (const month of world.staff().invoices.billableMonths()) await world.staff().invoices.make(month)
  })

/** A check comes from a guest: what was asked for, less, or more and that is right. */
export const checkComes = (at: number, amount: 'whole' | 'short' | 'over'): Step =>
  step(`check ${at} comes, ${amount}`, (model) =>
    model.places.every(({ participation }) => participation !== 'guest')
      ? undefined
      : async (_, world) => {
          const due = await world.rows('deposits', {
            and: [{ session: { equals: model.session } }, { state: { equals: 'due' } }],
          })
          const check = nth(due, at)
          if (!check) return
          const cents = check.dueCents + { whole: 0, short: -2_500, over: 5_000 }[amount]
          const day = world.staff().today
          const done = await world.staff().deposits.receive(check.id, { number: '101', cents, day, confirmed: cents })
          expect(done, 'a check is taken in').toMatchObject({ ok: true })
        },
  )

/** The desk does with a check what the list says. */
export const checkGoes = (at: number): Step =>
  step(`what is to be done with check ${at} is done`, (model) =>
    model.places.every(({ participation }) => participation !== 'guest')
      ? undefined
      : async (_, world) => {
          const { deposits, today: day } = world.staff()
          const mine = (await world.rows('deposits', { session: { equals: model.session } })).map(({ id }) => id)
          const line = nth(
            (await deposits.list()).open.filter(({ id }) => mine.includes(id)),
            at,
          )
          if (!line) return
          const { id, task } = line
          const reason = 'As the list says.'
          const done =
            task.do === 'return'
              ? await deposits.giveBack(id, { day, reason })
              : task.do === 'deposit'
                ? await deposits.deposit(id, { cents: task.cents, day, reason })
                : task.do === 'refund'
                  ? await deposits.refund(id, { day, reference: 'check 7' })
                  : undefined
          if (done) expect(done, task.do).toMatchObject({ ok: true })
        },
  )

/** The payer of a place refuses: the person is billed. */
export const refuse = (at: number): Step =>
  step(`the payer of place ${at} refuses`, (model) => {
    const place = nth(
      model.places.filter(({ participation }) => participation === 'member'),
      at,
    )
    return (
      place &&
      (async (_, world) => {
        await world.staff().charges.refusePayment(place.registration, 'Not our employee any more.')
      })
    )
  })

/** Money comes for a statement: half of it, all of it, or more, which is a credit. */
export const pay = (at: number, part: 0.5 | 1 | 1.5): Step =>
  step(`statement ${at} is paid, times ${part}`, () => async (model, world) => {
    const charges = await world.rows('charges', { session: { equals: model.session } })
    const billed = charges.flatMap(({ invoice }) => (invoice as string) ?? [])
    const invoice = nth(await world.rows('invoices', { id: { in: billed } }), at)
    const left = invoice ? invoice.totalCents - invoice.paidCents : 0
    if (!invoice || left <= 0) return
    const { number, revision } = invoice
    const cents = Math.ceil(left * part)
    const given = {
      method: 'check',
      reference: '77',
      cents,
      day: world.staff().today,
      revision,
      confirmed: cents,
    } as const
    expect(await world.staff().invoices.recordPayment(number, given), 'a payment').toMatchObject({ ok: true })
  })

/** A payment bounced. */
export const bounce = (at: number): Step =>
  step(`payment of statement ${at} bounces`, () => async (model, world) => {
    const charges = await world.rows('charges', { session: { equals: model.session } })
    const billed = charges.flatMap(({ invoice }) => (invoice as string) ?? [])
    const paid = (await world.rows('invoices', { id: { in: billed } })).filter(({ paidCents }) => paidCents > 0)
    const invoice = nth(paid, at)
    const payments = (invoice?.payments as { id?: string; cents: number; reverses?: string }[] | undefined) ?? []
    const reversed = new Set(payments.map(({ reverses }) => reverses))
    const payment = payments.find(({ id, cents, reverses }) => cents > 0 && !reverses && !reversed.has(id))
    if (!invoice || !payment?.id) return
    const { number, revision } = invoice
    await world.staff().invoices.reversePayment(number, { payment: payment.id, reason: 'It bounced.', revision })
  })
