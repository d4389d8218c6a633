import { afterEach, beforeEach, expect, vi } from 'vitest'

// An error nobody expected is a failure, also when the test it came from is content. One that is expected says so by
// spying on console.error itself.
beforeEach(() => {
  const errors = vi.spyOn(console, 'error')
  return () => errors.mockRestore()
})

afterEach(() => {
  if (vi.isMockFunction(console.error)) expect(console.error).not.toHaveBeenCalled()
})
