import { centsFrom } from '#collections/values/money.ts'
import type { StaffServices } from '#collections/services/staff.ts'
import type { StaffDone } from '#collections/staff/views.ts'
import { type DeskForm } from '../staff/desk.ts'

/** Does what a form about a check says: it came, went back, was deposited, the rest was refunded, or is not needed; undefined for anything else. */
export const moveCheck = async (staff: StaffServices, form: DeskForm): Promise<StaffDone | undefined> => {
  const [check, day, reason] = [form.get('check'), form.get('day'), form.get('reason')]
  switch (form.get('do')) {
    case 'received':
      return staff.deposits.receive(check, {
        number: form.get('number'),
        cents: centsFrom(form.get('amount')),
        day,
        confirmed: centsFrom(form.get('confirmed')),
      })
    case 'unreceived':
      return staff.deposits.unreceive(check, reason)
    case 'refunded':
      return staff.deposits.refund(check, { day, reference: form.get('reference') })
    case 'returned':
      return staff.deposits.giveBack(check, { day, reason })
    case 'deposited':
      return staff.deposits.deposit(check, { cents: centsFrom(form.get('amount')), day, reason })
    case 'void':
      return staff.deposits.giveUp(check, reason)
    default:
      return undefined
  }
}
