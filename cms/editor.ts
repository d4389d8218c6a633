import {
  BlockquoteFeature,
  BoldFeature,
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
} from '@payloadcms/richtext-lexical'

/** Documents a link may lead to: those with a page of their own. */
const LINKED = ['circles', 'collaboratives', 'courses', 'credentials', 'pages', 'policies', 'strategies'] as const

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
    LinkFeature({ enabledCollections: [...LINKED] }),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
  ],
})
