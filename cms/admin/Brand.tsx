import type { ServerProps } from 'payload'
import { AGENCY } from '#collections/agency/view.ts'

const CIRCLES = [
  { cx: 16, cy: 11, color: '#8e1e57' },
  { cx: 10.5, cy: 20.5, color: '#0a666b' },
  { cx: 21.5, cy: 20.5, color: '#a04a0d' },
]

const Sign = ({ size }: { size: string }) => (
  <svg aria-hidden="true" height={size} viewBox="0 0 32 32" width={size}>
    {CIRCLES.map(({ cx, cy, color }) => (
      <circle cx={cx} cy={cy} fill={color} fillOpacity={0.82} key={color} r={9} style={{ mixBlendMode: 'multiply' }} />
    ))}
    <circle cx={16} cy={17.4} fill="#fbf7ef" r={3.2} />
  </svg>
)

/** Three circles around one result, small, for the corner of the panel. */
export const Icon = () => <Sign size="100%" />

/** The same with the agency's name, for the sign-in page. */
export const Logo = async ({ payload }: Pick<ServerProps, 'payload'>) => {
  const { name, shortName } = await payload.findGlobal({ slug: 'agency', depth: 0, overrideAccess: true })
  return (
    <div style={{ alignItems: 'center', display: 'flex', gap: '0.75rem' }}>
      <Sign size="3.5rem" />
      <span style={{ fontSize: '2.25rem', fontWeight: 600, letterSpacing: '-0.02em' }}>
        {shortName || name || AGENCY.name}
      </span>
    </div>
  )
}
