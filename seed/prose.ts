import { convertMarkdownToLexical, editorConfigFactory } from '@payloadcms/richtext-lexical'
import type { Payload } from 'payload'

type RichText = ReturnType<typeof convertMarkdownToLexical>

/** Turns the markdown of the content files into the panel's formatted text. */
export const proseWriter = async (payload: Payload): Promise<(markdown: string) => RichText> => {
  const editorConfig = await editorConfigFactory.default({ config: payload.config })
  return (markdown) => convertMarkdownToLexical({ editorConfig, markdown })
}
