import type { TextareaFieldValidation, TextFieldSingleValidation } from 'payload'
import { text, textarea } from 'payload/shared'
import type { Template } from '../kernel/payload-types.ts'
import { refusalOfText } from './uses.ts'

/** Payload's own rules come first; then every placeholder has to be one that this message can fill in. */
export const validateSubject: TextFieldSingleValidation = async (value, args) => {
  const isText = await text(value, args)
  const { kind } = args.data as Partial<Template>
  return isText !== true || !value || !kind ? isText : (refusalOfText(kind, value, 'subject') ?? true)
}

/** The same for the body, which also has to say what people cannot do without. */
export const validateBody: TextareaFieldValidation = async (value, args) => {
  const isText = await textarea(value, args)
  const { kind } = args.data as Partial<Template>
  return isText !== true || !value || !kind ? isText : (refusalOfText(kind, value, 'body') ?? true)
}
