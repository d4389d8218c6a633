import { defineMiddleware } from 'astro:middleware'

/** In production Express hands `locals` over; the development server finds them where cms/server/astro.ts left them. */
export const onRequest = defineMiddleware((context, next) => {
  if (import.meta.env.DEV) Object.assign(context.locals, (globalThis as { onrampLocals?: App.Locals }).onrampLocals)
  return next()
})
