import type { Reporter, TestModule } from 'vitest/node'

const SHOWN = 10

const secondsOf = (one: TestModule): number => {
  const { collectDuration, duration, setupDuration } = one.diagnostic()
  return (collectDuration + duration + setupDuration) / 1000
}

/** Says at the end which files took longest, so that what grows slow is seen while it is small. */
export const slowest: Reporter = {
  onTestRunEnd: (files) => {
    const lines = files
      .map((file) => ({ name: file.relativeModuleId, seconds: secondsOf(file) }))
      .toSorted((a, b) => b.seconds - a.seconds)
      .slice(0, SHOWN)
      .map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`)
    console.log(`Slowest files: ${lines.join(', ')}`)
  },
}
