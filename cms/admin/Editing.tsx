'use client'
import {
  LeaveWithoutSaving,
  useAllFormFields,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormBackgroundProcessing,
  useFormModified,
  useFormProcessing,
  useLocale,
} from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { SignInAgain } from './SignInAgain.tsx'
import { lostIn, rowsIn, withLast, type Typed } from './typed.ts'

/** How often a form asks who else has it open, and how long it may be unsaved before it says so; milliseconds. */
const ASKED_EVERY = 10_000
const UNSAVED_AFTER = 4000
const LOOKED_EVERY = 1000
/** How the server refuses a field that somebody else changed; see collections/editing/hooks.ts. */
const CLASH = 'changed this meanwhile'

type Document = Record<string, unknown> & { updatedAt?: string }

/** The words in a value, whatever it is made of. */
const wordsIn = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(wordsIn).filter(Boolean).join(' ')
  if (typeof value !== 'object' || value === null) return ''
  const { text, root, children, ...others } = value as Record<string, unknown>
  if (text !== undefined || root !== undefined || children !== undefined) return wordsIn([text, root, children])
  return wordsIn(
    Object.entries(others)
      .filter(([name]) => !/^(id|type|format|version|blockType)$/.test(name))
      .map(([, one]) => one),
  )
}

/** Puts back what was typed while a save was under way and its answer wrote over. */
const useTyped = (): void => {
  const [state] = useAllFormFields()
  const { dispatchFields, setModified } = useForm()
  const isSaving = useFormBackgroundProcessing()
  const isSubmitting = useFormProcessing()
  const typed = useRef<Typed>(new Map())
  const rows = useRef('')
  useEffect(() => {
    if (isSaving || isSubmitting) typed.current = new Map()
  }, [isSaving, isSubmitting])
  useEffect(() => {
    const now = rowsIn(state)
    if (now !== rows.current) typed.current = new Map()
    rows.current = now
    const lost = lostIn(typed.current, state)
    typed.current = withLast(typed.current, state)
    for (const [path, value] of lost) dispatchFields({ type: 'UPDATE', path, value })
    if (lost.length > 0) setModified(true)
  }, [state, dispatchFields, setModified])
}

type Here = { others: string[]; isSignedIn: boolean }

/** Who else has this form open, and whether whoever looks is still signed in. */
const useHere = (address: string | undefined): [Here, () => Promise<void>] => {
  const [here, setHere] = useState<Here>({ others: [], isSignedIn: true })
  const ask = useCallback(async () => {
    if (!address || document.hidden) return
    const answer = await fetch(`${address}/here`, { method: 'POST' }).catch(() => undefined)
    if (answer?.ok) setHere((await answer.json()) as Here)
  }, [address])
  useEffect(() => {
    const [first, timer] = [setTimeout(() => void ask(), 0), setInterval(() => void ask(), ASKED_EVERY)]
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [ask])
  return [here, ask]
}

/** Beside the buttons of a document: who else is here. Below the page, while anything typed is not saved: that, and what to do. */
export const Editing = () => {
  const { id, collectionSlug, docConfig } = useDocumentInfo()
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const { submit } = useForm()
  const [state] = useAllFormFields()
  const isModified = useFormModified()
  const isSaving = useFormBackgroundProcessing()
  const isSubmitting = useFormProcessing()
  const [isUnsaved, setIsUnsaved] = useState(false)
  const [clashes, setClashes] = useState<Record<string, string>>({})
  const [theirs, setTheirs] = useState<Document>()
  const address = id && collectionSlug ? `${config.routes.api}/${collectionSlug}/${id}` : undefined
  const [here, ask] = useHere(address)
  useTyped()

  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  }, [state])

  useEffect(() => {
    if (isModified && (isSaving || isSubmitting)) return undefined
    let [seen, idle] = [latest.current, 0]
    const look = () => {
      idle = latest.current === seen ? idle + LOOKED_EVERY : 0
      seen = latest.current
      if (idle < UNSAVED_AFTER) return
      setIsUnsaved(true)
      void ask()
    }
    const forget = () => {
      setIsUnsaved(false)
      setClashes({})
    }
    const timer = isModified ? setInterval(look, LOOKED_EVERY) : setTimeout(forget, 0)
    return () => clearInterval(timer)
  }, [ask, isModified, isSaving, isSubmitting])

  useEffect(() => {
    const found = Object.entries(state).filter(([, { errorMessage }]) => errorMessage?.includes(CLASH))
    if (found.length === 0 || !address) return
    const said = Object.fromEntries(found.map(([path, one]) => [path, one.errorMessage!]))
    void fetch(`${address}?draft=true&depth=0&locale=${locale}`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<Document>) : undefined))
      .then((doc) => {
        setTheirs(doc)
        setClashes((before) => ({ ...before, ...said }))
        setIsUnsaved(true)
      })
  }, [address, locale, state])

  const save = async (more: Record<string, unknown>, takesAnswer: boolean) => {
    await submit({
      action: `${address}?autosave=true&depth=0&draft=true&fallback-locale=null&locale=${locale}`,
      method: 'PATCH',
      acceptValues: takesAnswer || { overrideLocalChanges: false },
      disableFormWhileProcessing: false,
      disableSuccessStatus: true,
      overrides: { ...more, _status: 'draft' },
      skipValidation: true,
    })
  }
  const choose = (isTheirs: boolean) => {
    const words = isTheirs ? Object.fromEntries(Object.keys(clashes).map((path) => [path, theirs?.[path]])) : {}
    setClashes({})
    void save({ ...words, updatedAt: theirs?.updatedAt }, true)
  }
  const labelOf = (path: string): string => {
    const found =
      docConfig?.fields &&
      JSON.stringify(docConfig.fields).match(new RegExp(`"name":"${path}"[^{}]*?"label":"([^"]+)"`))
    return found?.[1] ?? path
  }

  const clashing = Object.keys(clashes)
  return (
    <>
      {here.others.length > 0 && (
        <output className="editing-here">
          {here.others.join(', ')} {here.others.length === 1 ? 'is' : 'are'} editing this too
        </output>
      )}
      {isUnsaved && <LeaveWithoutSaving />}
      {isUnsaved && (
        <div className="editing-unsaved" role="alert">
          {!here.isSignedIn ? (
            <SignInAgain onDone={() => void ask().then(() => save({}, false))} />
          ) : clashing.length > 0 && theirs ? (
            <>
              {clashing.map((path) => (
                <p key={path}>
                  <b>{labelOf(path)}:</b> {clashes[path]!.split(' changed')[0]} wrote “{wordsIn(theirs[path])}”
                </p>
              ))}
              <button onClick={() => choose(false)} type="button">
                Keep my words
              </button>
              <button onClick={() => choose(true)} type="button">
                Take theirs
              </button>
            </>
          ) : (
            <>
              <p>
                <b>Not saved.</b> What you typed is still here. Do not leave this page before it is saved.
              </p>
              <button onClick={() => void save({}, false)} type="button">
                Save again
              </button>
            </>
          )}
        </div>
      )}
    </>
  )
}
