const DATABASE = [
  'access',
  'applying',
  'attacks',
  'awards',
  'catalog',
  'drafts',
  'floods',
  'followups',
  'leaving',
  'limits',
  'mail',
  'money',
  'move',
  'offering',
  'processes',
  'registering',
  'reviewing',
  'seats',
  'selecting',
  'submitting',
  'webhooks',
]

/**
 * What depends on which database it is: keyed writes and their races, unique keys that are free again, what is missing instead of
 * null, selections of documents and versions, ids, and everything that is claimed before it is done.
 */
export const ADAPTER = ['test/mongodb/', ...DATABASE.map((name) => `test/database/${name}.test.ts`)]
