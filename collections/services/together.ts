type Parts = readonly object[]

/** Names that more than one part claims. */
type ClaimedTwice<All extends Parts, Before = never> = All extends readonly [infer First, ...infer Rest extends Parts]
  ? (keyof First & Before) | ClaimedTwice<Rest, Before | keyof First>
  : never

type Together<All extends Parts> = All extends readonly [infer First, ...infer Rest extends Parts]
  ? First & Together<Rest>
  : unknown

/** The parts of a desk as one. Two parts that claim the same name do not compile: one would hide the other without a word. */
export const together = <All extends Parts>(
  parts: readonly [...All] &
    ([ClaimedTwice<All>] extends [never] ? unknown : { 'claimed twice': ClaimedTwice<NoInfer<All>> }),
): Together<All> => Object.assign({}, ...(parts as Parts)) as Together<All>
