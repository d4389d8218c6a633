import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  createServerFeature,
  EXPERIMENTAL_TableFeature as TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'
import { completeLink, refusalOfLink } from '#collections/values/link.ts'

/** Documents a link may lead to: those with a page of their own, and files. */
const LINKED = [
  'circles',
  'collaboratives',
  'courses',
  'credentials',
  'downloads',
  'pages',
  'policies',
  'strategies',
] as const

const OfficePaste = createServerFeature({ feature: { ClientFeature: '/admin/OfficePaste#OfficePaste' }, key: 'office' })

const address = {
  hooks: {
    beforeValidate: [({ value }: { value?: unknown }) => (typeof value === 'string' ? completeLink(value) : value)],
  },
  validate: (value: string | null | undefined, { siblingData }: { siblingData?: unknown }) =>
    (siblingData as { linkType?: string } | undefined)?.linkType === 'internal' || (refusalOfLink(value) ?? true),
}

/** The address of a link is a whole one, so that none leads to a page of this site that was never meant. */
const withCheckedAddress = <Given extends { name?: string }>(fields: readonly Given[]): Given[] =>
  fields.map((field) => (field.name === 'url' ? { ...field, hooks: address.hooks, validate: address.validate } : field))

/** A box beside the text, and a link that looks like what one does next. */
const BLOCKS: Block[] = [
  {
    slug: 'notice',
    labels: { singular: 'Box', plural: 'Boxes' },
    fields: [
      { name: 'title', type: 'text', maxLength: 120 },
      { name: 'text', type: 'textarea', required: true, maxLength: 1200 },
    ],
  },
  {
    slug: 'button',
    labels: { singular: 'Button', plural: 'Buttons' },
    fields: [
      {
        name: 'label',
        type: 'text',
        required: true,
        maxLength: 80,
        admin: { description: 'Begin with a verb, such as “Download the flyer”.' },
      },
      { name: 'address', type: 'text', required: true, ...address },
    ],
  },
]

/** The editor offers what a page can show and nothing else: the page has its own first heading and no inline styles. */
export const editor = lexicalEditor({
  features: [
    FixedToolbarFeature(),
    InlineToolbarFeature(),
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    LinkFeature({
      enabledCollections: [...LINKED],
      fields: ({ defaultFields }) => withCheckedAddress(defaultFields),
    }),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    TableFeature(),
    UploadFeature({
      enabledCollections: ['media'],
      collections: { media: { fields: [{ name: 'caption', type: 'text', maxLength: 240 }] } },
    }),
    BlocksFeature({ blocks: BLOCKS }),
    OfficePaste(),
  ],
})
