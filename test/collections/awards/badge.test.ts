import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openBadge, type Award } from '#collections/awards/badge.ts'
import { slotsOf } from '#collections/reviews/policy.ts'
import { purposeful } from '#test/support/purposeful.ts'

const SITE = 'https://onramp.example.org'
const slots = slotsOf(purposeful)
const award: Award = {
  id: `${SITE}/awards/1`,
  issuer: { id: `${SITE}/issuer`, name: 'Onramp', url: SITE },
  recipient: { id: 'urn:uuid:5b1e7c3a-0d1f-4a52-8a37-6f5d1c2b9e10', name: null },
  awardedAt: Temporal.Instant.from('2026-09-10T15:04:05.678Z'),
  expiresAt: null,
  achievementUrl: `${SITE}/credentials/purposeful-collaboration`,
  alignments: [],
  revocationsUrl: `${SITE}/awards/revoked`,
  evidence: [],
  scores: Object.fromEntries(
    slots.map(({ id, required }) => [id, { level: required, comment: 'for the person only' }]),
  ),
}
const secret = { url: `${SITE}/files/child.jpg`, name: 'Photo', genre: null, isPublic: false }
const shown = { url: 'https://example.org/plan', name: 'Plan', genre: 'Proposal', isPublic: true }

/** As a reader gets it. */
const read = (given: Partial<Award> = {}) => JSON.parse(JSON.stringify(openBadge({ ...award, ...given }, purposeful)))

describe('openBadge', () => {
  test('says what every reader looks for', () => {
    expect(read()).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: award.id,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'Purposeful Collaboration',
      issuer: { id: `${SITE}/issuer`, type: ['Profile'], name: 'Onramp', url: SITE },
      validFrom: '2026-09-10T15:04:05Z',
      credentialSubject: {
        id: award.recipient.id,
        type: ['AchievementSubject'],
        achievement: { id: award.achievementUrl, type: ['Achievement'], achievementType: 'MicroCredential' },
      },
      credentialStatus: { id: award.revocationsUrl, type: '1EdTechRevocationList' },
    })
  })

  test('has no more than the standard knows, and nothing empty', () => {
    const { credentialSubject, ...badge } = read()
    expect(Object.keys(badge).sort()).toEqual(
      [
        '@context',
        'id',
        'type',
        'name',
        'description',
        'issuer',
        'validFrom',
        'credentialSchema',
        'credentialStatus',
      ].sort(),
    )
    expect(Object.keys(credentialSubject).sort()).toEqual(['achievement', 'id', 'result', 'type'])
    expect(Object.keys(credentialSubject.achievement).sort()).toEqual([
      'achievementType',
      'creator',
      'criteria',
      'description',
      'id',
      'name',
      'resultDescription',
      'type',
    ])
  })

  test('names each criterion of each component, its levels from the lowest up, and the level needed', () => {
    const { resultDescription } = read().credentialSubject.achievement
    expect(resultDescription.map(({ name }: { name: string }) => name)).toEqual([
      'Needs Assessment',
      'Plan of Action',
      'Awareness: Facilitate',
      'Awareness: Lead',
      'Building Capacity: Facilitate',
      'Building Capacity: Lead',
      'Analysis: Facilitate',
      'Analysis: Lead',
      'Reflection',
    ])
    const facilitate = resultDescription[2]
    expect(facilitate.rubricCriterionLevel.map(({ name }: { name: string }) => name)).toEqual([
      'Developing',
      'Basic',
      'Proficient',
    ])
    expect(facilitate.rubricCriterionLevel[2]).toEqual({
      id: facilitate.requiredLevel,
      type: ['RubricCriterionLevel'],
      name: 'Proficient',
      level: 'Proficient',
      description: purposeful.criteria[0]!.levels[0],
    })
    expect(resultDescription[0].rubricCriterionLevel[1].description).toBe(purposeful.parts[0]!.prompts[0]!.passing)
  })

  test('every result is of a criterion that is described, and at a level of it; no id stands twice', () => {
    const { achievement, result } = read().credentialSubject
    const described: { id: string; rubricCriterionLevel: { id: string }[] }[] = achievement.resultDescription
    const ids = described.flatMap(({ id, rubricCriterionLevel }) => [id, ...rubricCriterionLevel.map(({ id }) => id)])
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(URL.canParse(id)).toBe(true)
    expect(result).toHaveLength(described.length)
    for (const { resultDescription, achievedLevel } of result) {
      const levels = described.find(({ id }) => id === resultDescription)?.rubricCriterionLevel.map(({ id }) => id)
      expect(levels).toContain(achievedLevel)
    }
  })

  test('the criteria are the method, and what was needed', () => {
    const { criteria } = read().credentialSubject.achievement
    expect(criteria.id).toBe(award.achievementUrl)
    expect(criteria.narrative).toContain(purposeful.keyMethod)
    expect(criteria.narrative).toContain('- Building Capacity: Lead: Proficient')
  })

  test.each([
    ['nothing public', [secret], undefined],
    ['nothing at all', [], undefined],
    ['one of two', [secret, shown], [{ id: shown.url, type: ['Evidence'], name: 'Plan', genre: 'Proposal' }]],
  ] as const)('evidence: %s', (_, evidence, expected) => {
    expect(read({ evidence }).evidence).toEqual(expected)
  })

  test('a name only where it may be shown, and not hashed', () => {
    expect(read({ recipient: { id: award.recipient.id, name: 'Recipient' } }).credentialSubject.identifier).toEqual([
      { type: 'IdentityObject', hashed: false, identityHash: 'Recipient', identityType: 'name' },
    ])
  })

  test('an end, and a place in a framework', () => {
    const alignments = [
      {
        name: 'Cultural Competence',
        url: `${SITE}/strategies/cultural-competence`,
        framework: 'Reimagine Minnesota',
        code: null,
      },
    ]
    const badge = read({ expiresAt: Temporal.Instant.from('2031-09-10T15:04:05Z'), alignments })
    expect(badge.validUntil).toBe('2031-09-10T15:04:05Z')
    expect(badge.credentialSubject.achievement.alignment).toEqual([
      {
        type: ['Alignment'],
        targetName: 'Cultural Competence',
        targetUrl: `${SITE}/strategies/cultural-competence`,
        targetFramework: 'Reimagine Minnesota',
      },
    ])
  })

  test.each([
    ['a score that falls short', { ...award.scores, '2-1/1': { level: 'Basic', comment: 'Not yet.' } }],
    ['a score that is missing', { '1-1': award.scores['1-1']! }],
  ])('no badge for %s', (_, scores) => {
    expect(() => openBadge({ ...award, scores }, purposeful)).toThrow(RangeError)
  })

  test('whatever was said or handed in, no address, comment or private file gets into it, and it is always the same', () => {
    const comments = fc.array(fc.stringMatching(/^[a-z]{5} [a-z]{5}@[a-z]{5}$/), {
      minLength: slots.length,
      maxLength: slots.length,
    })
    fc.assert(
      fc.property(comments, fc.array(fc.boolean(), { maxLength: 5 }), (comments, publics) => {
        const scores = Object.fromEntries(
          slots.map(({ id, required }, n) => [id, { level: required, comment: comments[n]! }]),
        )
        const evidence = publics.map((isPublic, n) => ({
          ...secret,
          url: `${SITE}/files/${isPublic ? 'open' : 'secret'}-${n}`,
          isPublic,
        }))
        const written = JSON.stringify(read({ scores, evidence }))
        expect(written.replace('@context', '')).not.toContain('@')
        expect(written).not.toContain('/files/secret')
        expect(written.match(/\/files\/open/g) ?? []).toHaveLength(publics.filter(Boolean).length)
        expect(JSON.stringify(read({ scores, evidence }))).toBe(written)
      }),
    )
  })
})
