import type { AdminViewServerProps } from 'payload'
import { redirect } from 'next/navigation.js'
import { getSafeRedirect } from 'payload/shared'
import { Logo } from './Brand.tsx'
import { SignInForm } from './SignInForm.tsx'

/** The page to sign in at: as Payload's own, with a second step. */
export const SignIn = ({ initPageResult: { req }, searchParams }: AdminViewServerProps) => {
  const asked = searchParams?.['redirect']
  const goOn = getSafeRedirect({
    fallbackTo: req.payload.config.routes.admin,
    redirectTo: Array.isArray(asked) ? '' : (asked ?? ''),
  })
  if (req.user) redirect(goOn)
  return (
    <>
      <h1 className="login__brand">
        <Logo payload={req.payload} />
      </h1>
      <SignInForm goOn={goOn} />
    </>
  )
}
