import type { Framework } from '../kernel/payload-types.ts'

/** The words around the chart; empty while nobody has written them. */
export type FrameworkView = {
  title: string
  intro: string
  result: { title: string; text: string }
  protocol: { title: string; text: string }
  vision: { title: string; intro: string; points: string[] }
}

export const frameworkView = (framework: Framework): FrameworkView => ({
  title: framework.title ?? '',
  intro: framework.intro ?? '',
  result: { title: framework.resultTitle ?? '', text: framework.resultText ?? '' },
  protocol: { title: framework.protocolTitle ?? '', text: framework.protocolText ?? '' },
  vision: {
    title: framework.visionTitle ?? '',
    intro: framework.visionIntro ?? '',
    points: (framework.vision ?? []).map(({ text }) => text),
  },
})
