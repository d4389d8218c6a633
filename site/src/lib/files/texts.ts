import { numberFormat } from '#collections/values/locale.ts'

/** "640 kB", "25.3 MB" */
export const bytesText = (bytes: number, locale: string): string => {
  const unit = bytes < 1_000_000 ? 'kB' : 'MB'
  const value = unit === 'kB' ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000
  return `${numberFormat(locale, { maximumFractionDigits: 1 }).format(value)} ${unit}`
}

/** The length of a recording: "9:05", "1:02:30". */
export const lengthText = (seconds: number): string => {
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
