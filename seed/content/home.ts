import { paths } from '#collections/kernel/paths.ts'
import type { Agency, Home } from '#collections/kernel/payload-types.ts'

/** What the agency of the demo says of itself at the top of every page. */
export const agency: Partial<Agency> = {
  shortName: 'Onramp',
  tagline: 'Professional learning in educational equity',
}

/** The home page of the demo, and what leads from every page to its programs. */
export const home: Partial<Home> = {
  title: 'Many on\u2011ramps, one road',
  lead: 'Courses and programs for the people who work in our schools, so that race no longer predicts how a student does.',
  doorsTitle: 'Five ways in',
  doorsLead: 'Pick the door that fits the time you have. They lead to the same place.',
  doors: [
    {
      title: 'Courses',
      text: 'A morning, a day or a season, alone or with colleagues. No charge for most people in member districts.',
      path: paths.courses,
    },
    {
      title: 'Reimagine Minnesota',
      text: 'Three recommendations and nine strategies that districts wrote together. Every course names the ones it works on.',
      path: paths.strategies,
    },
    {
      title: 'Community of Practice',
      text: 'Eight weeks with equity leaders from other districts, a book and a project of your own.',
      path: paths.collaborative('educational-equity-community-of-practice'),
    },
    {
      title: 'Peer Collaboratives',
      text: 'Your district team works on one hard problem with up to five others, with coaching.',
      path: paths.collaboratives,
    },
    {
      title: 'Micro-credentials',
      text: 'Show what you already do, have it judged by a clear rubric, and carry the result with you.',
      path: paths.credentials,
    },
  ],
  footer: 'Several school districts share this program. Everyone in them can learn here.',
  strategiesTitle: 'Reimagine Minnesota',
  strategiesLead:
    'Superintendents of metropolitan districts asked thousands of people what would make schools fair and excellent. This is what came of it, and what you can learn here for each part.',
  strategiesSource:
    'Source: Reimagine Minnesota, Association of Metropolitan School Districts (AMSD). The names are theirs, the descriptions ours.',
}
