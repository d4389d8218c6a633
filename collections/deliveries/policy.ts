/** Seconds to wait after the first, second … attempt that failed: about two days in all, then nobody is asked again. */
export const DELIVERY_WAITS = [30, 60, 300, 900, 3600, 7200, 14_400, 28_800, 43_200, 86_400] as const
