'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import { readable } from './office.ts'

/** Hands the editor what it understands in place of what was pasted. */
const onPaste = (event: ClipboardEvent): void => {
  const html = readable(event.clipboardData?.getData('text/html') ?? '')
  if (html === undefined) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/html', html)
  event.target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

const Plugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      editor.registerRootListener((root, before) => {
        before?.removeEventListener('paste', onPaste, true)
        root?.addEventListener('paste', onPaste, true)
      }),
    [editor],
  )
  return null
}

/** Lists and headings of Word and Google Docs arrive as such. */
export const OfficePaste = createClientFeature({ plugins: [{ Component: Plugin, position: 'normal' }] })
