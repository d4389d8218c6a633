import { PAYMENT_METHODS } from '#collections/invoices/states.ts'
import type { StaffServices } from '#collections/services/staff.ts'
import type { StaffDone } from '#collections/staff/views.ts'
import { isDay } from '#collections/values/day.ts'
import { centsFrom } from '#collections/values/money.ts'
import type { Messages } from '../../messages/index.ts'
import { ALTERED } from '#collections/values/typed.ts'
import { wrong, type DeskForm, type Trouble } from '../staff/desk.ts'

type Words = Messages['invoices']['statement']

const UUID = /^[0-9a-f-]{36}$/

/** What one check pays of the payer's other statements; undefined where an amount cannot be read. */
const othersIn = (form: DeskForm): { number: string; cents: number; revision: number }[] | undefined => {
  const parts = form
    .all('other')
    .filter((number) => form.get(`amount-${number}`).trim())
    .map((number) => ({
      number,
      cents: centsFrom(form.get(`amount-${number}`)),
      revision: Number(form.get(`revision-${number}`)),
    }))
  return parts.some(({ cents }) => Number.isNaN(cents)) ? undefined : parts
}

/** Records what a form about a payment says: money that came for one statement or several, or that went back. */
export const pay = async (
  staff: StaffServices,
  number: string,
  form: DeskForm,
  t: Words,
): Promise<StaffDone | (Trouble & { ok: false })> => {
  const method = PAYMENT_METHODS.find((one) => one === form.get('method'))
  const [cents, day, others] = [centsFrom(form.get('amount')), form.get('day'), othersIn(form)]
  if (!method) return wrong(t.badChoice)
  if (Number.isNaN(cents) || !others) return wrong(t.badAmount)
  if (!isDay(day)) return wrong(t.badDay)
  const reference = form.get('reference').trim().slice(0, 60)
  const own = { cents, revision: Number(form.get('revision')), confirmed: centsFrom(form.get('confirmed')) }
  const goes = (['in', 'out'] as const).find((way) => way === form.get('goes'))
  if (others.length === 0)
    return staff.invoices.recordPayment(number, { method, reference, day, ...own, ...(goes && { goes }) })
  const attempt = form.get('attempt')
  if (!UUID.test(attempt)) return wrong(ALTERED)
  return staff.invoices.recordPayments({ method, reference, day }, [{ number, ...own }, ...others], attempt)
}
