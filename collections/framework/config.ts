import type { GlobalConfig } from 'payload'
import { anyOf, anyStaff, publishedOnly, staff } from '../access/index.ts'
import { paragraph, sentence, texts } from '../fields/index.ts'

export const Framework: GlobalConfig = {
  slug: 'framework',
  label: 'Framework',
  access: { read: anyOf(anyStaff, publishedOnly), update: staff('communications'), readVersions: anyStaff },
  versions: { drafts: { autosave: { interval: 800 }, schedulePublish: true }, max: 50 },
  admin: {
    group: 'Framework',
    description: 'The words around the chart: the shared protocol, the result and the learning vision.',
  },
  fields: [
    sentence('title', 'The heading of the framework page.', { required: true }),
    paragraph('intro', 'What the framework is, in two or three sentences.', true),
    sentence('resultTitle', 'The result in the middle of the chart.', { required: true }),
    paragraph('resultText', 'What that result means.', true),
    sentence('protocolTitle', 'Heading of the shared protocol.', { required: true }),
    paragraph('protocolText', 'Why everyone learns the same words first.', true),
    sentence('visionTitle', 'Heading of the adult learning vision.', { required: true }),
    paragraph('visionIntro', 'The statement the points below unfold.', true),
    texts('vision', 'The points of the vision, in order.', { singular: 'Point', plural: 'Points' }),
  ],
}
