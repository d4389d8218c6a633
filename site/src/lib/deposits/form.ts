import { centsFrom } from '#collections/values/money.ts'
import type { StaffServices } from '#collections/services/staff.ts'
import type { StaffDone } from '#collections/staff/views.ts'
import { shownIn, type DeskForm } from '../staff/desk.ts'

/** Does what a form about a check says: it came, went back, was deposited (by one person or by two), the rest was refunded, or is not needed; undefined for anything else. */
export const moveCheck = async (staff: StaffServices, form: DeskForm): Promise<StaffDone | undefined> => {
  const [check, day, reason] = [form.get('check'), form.get('day'), form.get('reason')]
  const shown = shownIn(form)
  switch (form.get('do')) {
    case 'received':
      return staff.deposits.receive(
        check,
        {
          number: form.get('number'),
          cents: centsFrom(form.get('amount')),
          day,
          confirmed: centsFrom(form.get('confirmed')),
        },
        shown,
      )
    case 'unreceived':
      return staff.deposits.unreceive(check, reason, shown)
    case 'refunded':
      return staff.deposits.refund(check, { day, reference: form.get('reference') }, shown)
    case 'returned':
      return staff.deposits.giveBack(check, { day, reason }, shown)
    case 'deposited':
      return staff.deposits.deposit(check, { cents: centsFrom(form.get('amount')), day, reason }, shown)
    case 'confirmed':
      return staff.deposits.confirmDeposit(check, shown)
    case 'withdrawn':
      return staff.deposits.withdrawDeposit(check, shown)
    case 'void':
      return staff.deposits.giveUp(check, reason, shown)
    default:
      return undefined
  }
}
