import { describe, expect, test } from 'vitest'
import {
  PAYER_REASONS,
  whoPays,
  type Employer,
  type Employment,
  type Payer,
  type PayerRefusal,
} from '#collections/registrations/payer.ts'
import { PARTICIPATIONS } from '#collections/registrations/states.ts'

const member: Employer = { id: 'm', name: 'Heron Prairie Schools', member: true, hosting: false }
const hosting: Employer = { id: 'h', name: 'Basswood Ridge Schools', member: true, hosting: true }
const outside: Employer = { id: 'o', name: 'Limestone Bluff Schools', member: false, hosting: false }
/** Says that it hosts, but has left the collaborative: its word binds nobody here. */
const former: Employer = { id: 'f', name: 'Tamarack Bend Schools', member: false, hosting: true }
const named = { name: 'A charter school nobody listed' }
const person = { name: 'Ada Berg', email: 'ada@example.org' }
const sponsor = { name: 'Sumac College', email: 'bills@sumac.example.org', address: '9 Sumac Street' }

const says = (more: Partial<Employment>): Employment => ({ participation: 'self', person, employer: named, ...more })

const byDistrict = (district: Employer, reason: 'member-district' | 'host-district'): Payer => ({
  kind: 'organization',
  organization: district.id,
  name: district.name,
  email: null,
  address: null,
  rate: 'member',
  reason,
  needsCheck: false,
})
const byPerson = (rate: 'none' | 'non-member', reason: 'guest' | 'self'): Payer => ({
  kind: 'person',
  organization: null,
  ...person,
  address: null,
  rate,
  reason,
  needsCheck: reason === 'guest',
})
const bySponsor: Payer = {
  kind: 'outside',
  organization: null,
  ...sponsor,
  rate: 'non-member',
  reason: 'sponsor',
  needsCheck: false,
}
const refused = (field: PayerRefusal['field'], reason: PayerRefusal['reason']) => ({ refusal: { field, reason } })

describe('who pays', () => {
  test.each<[string, Partial<Employment>, Payer]>([
    [
      'an employee: the member district',
      { participation: 'member', employer: member },
      byDistrict(member, 'member-district'),
    ],
    [
      'an employee of a district that also hosts: the district, as the employer',
      { participation: 'member', employer: hosting },
      byDistrict(hosting, 'member-district'),
    ],
    [
      'an employee who also names a host and a sponsor: still the employer',
      { participation: 'member', employer: member, host: hosting, sponsor },
      byDistrict(member, 'member-district'),
    ],
    [
      'a substitute whom a member district hosts: the host, and no check',
      { participation: 'hosted', host: hosting },
      byDistrict(hosting, 'host-district'),
    ],
    [
      'hosted, and employed by a listed district that is no member: the host',
      { participation: 'hosted', employer: outside, host: hosting },
      byDistrict(hosting, 'host-district'),
    ],
    [
      'hosted, with a sponsor named beside it: the host has agreed to all costs',
      { participation: 'hosted', host: hosting, sponsor },
      byDistrict(hosting, 'host-district'),
    ],
    [
      'a non-member whose sponsor is on the list: that organization, by its own address and terms',
      { participation: 'sponsored', employer: outside, sponsor: outside },
      { ...byDistrict(outside, 'member-district'), rate: 'non-member', reason: 'sponsor' },
    ],
    [
      'a guest with permission of a member: nobody, and a check stands for a no-show',
      { participation: 'guest', host: member },
      byPerson('none', 'guest'),
    ],
    [
      'a guest of a district that hosts others: still a guest, with a check',
      { participation: 'guest', host: hosting },
      byPerson('none', 'guest'),
    ],
    [
      'a guest employed outside: still a guest',
      { participation: 'guest', employer: outside, host: member },
      byPerson('none', 'guest'),
    ],
    ['sponsored: the sponsor, at the non-member rate', { participation: 'sponsored', sponsor }, bySponsor],
    [
      'sponsored by one’s listed employer: as it was named',
      { participation: 'sponsored', employer: outside, sponsor },
      bySponsor,
    ],
    [
      'sponsored, with a district named that has no part in it',
      { participation: 'sponsored', host: hosting, sponsor },
      bySponsor,
    ],
    ['alone: the person, at the non-member rate', { participation: 'self' }, byPerson('non-member', 'self')],
    [
      'alone, and employed by a listed district that is no member',
      { participation: 'self', employer: outside },
      byPerson('non-member', 'self'),
    ],
    [
      'alone, and employed by a district that left',
      { participation: 'self', employer: former },
      byPerson('non-member', 'self'),
    ],
    [
      'alone, with a sponsor who was filled in and then not chosen',
      { participation: 'self', sponsor },
      byPerson('non-member', 'self'),
    ],
  ])('%s', (_, employment, payer) => {
    expect(whoPays(says(employment))).toEqual(payer)
  })
})

describe('what does not go together is refused, with the field to mend', () => {
  test.each<[string, Partial<Employment>, ReturnType<typeof refused>]>([
    [
      'an employee of a district that is no member',
      { participation: 'member', employer: outside },
      refused('participation', 'employer-not-member'),
    ],
    [
      'an employee of a district that left, though it still hosts',
      { participation: 'member', employer: former },
      refused('participation', 'employer-not-member'),
    ],
    [
      'an employee of an employer nobody listed',
      { participation: 'member' },
      refused('participation', 'employer-not-member'),
    ],
    [
      'hosted, though employed by a member, which pays',
      { participation: 'hosted', employer: member, host: hosting },
      refused('participation', 'employer-is-member'),
    ],
    [
      'a guest, though employed by a member',
      { participation: 'guest', employer: member, host: member },
      refused('participation', 'employer-is-member'),
    ],
    [
      'sponsored, though employed by a member',
      { participation: 'sponsored', employer: member, sponsor },
      refused('participation', 'employer-is-member'),
    ],
    [
      'paying alone, though employed by a member',
      { participation: 'self', employer: member },
      refused('participation', 'employer-is-member'),
    ],
    ['hosted by nobody', { participation: 'hosted' }, refused('host', 'no-host')],
    [
      'hosted by a member that has not agreed to host',
      { participation: 'hosted', host: member },
      refused('host', 'host-not-hosting'),
    ],
    ['hosted by a district that left', { participation: 'hosted', host: former }, refused('host', 'host-not-member')],
    ['a guest without permission', { participation: 'guest', host: null }, refused('host', 'no-host')],
    [
      'a guest with permission of a district that is no member',
      { participation: 'guest', host: outside },
      refused('host', 'host-not-member'),
    ],
    ['sponsored by nobody', { participation: 'sponsored' }, refused('sponsorName', 'no-sponsor')],
    [
      'sponsored by a name left empty',
      { participation: 'sponsored', sponsor: { ...sponsor, name: '' } },
      refused('sponsorName', 'no-sponsor'),
    ],
  ])('%s', (_, employment, refusal) => {
    expect(whoPays(says(employment))).toEqual(refusal)
  })
})

test('every combination is decided or refused, a check is asked of guests only, and the non-member rate is never a district’s', () => {
  const districts = [member, hosting, outside, former]
  for (const participation of PARTICIPATIONS)
    for (const employer of [...districts, named])
      for (const host of [...districts, null])
        for (const given of [sponsor, null]) {
          const decided = whoPays(says({ participation, employer, host, sponsor: given }))
          if ('refusal' in decided) continue
          expect(PAYER_REASONS[decided.reason]).toMatch(/\.$/)
          expect(decided.needsCheck).toBe(decided.rate === 'none')
          expect(decided.rate === 'member').toBe(decided.kind === 'organization')
        }
})
