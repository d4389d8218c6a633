'use client'
import { encode } from 'uqr'

/** The key as a picture for an app, drawn here so that no other server sees it. */
const Picture = ({ uri }: { uri: string }) => {
  const { data, size } = encode(uri, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      aria-label="The key as a picture, to be read by an app"
      height={200}
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${size} ${size}`}
      width={200}
    >
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** How an app is set up: the picture, and the key to be typed where there is no camera. */
export const SetUpApp = ({ secret, uri }: { secret: string; uri: string }) => (
  <div className="second-factor">
    <p>
      Open an app for codes on your telephone, such as the password manager you use, and read this picture with it. Then
      type the code it shows.
    </p>
    <Picture uri={uri} />
    <p>
      No camera? Type this key into the app: <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
    </p>
  </div>
)

/** Shown once: what lets somebody in whose telephone is gone. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => (
  <div className="second-factor">
    <p>
      <b>Keep these codes on paper, or in a safe place.</b> Each lets you in once when your telephone is gone. They are
      not shown again.
    </p>
    <ul className="second-factor__codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </div>
)

/** Where a code is typed: digits, or a recovery code. */
export const CodeInput = ({ value, onChange, id }: { value: string; onChange: (code: string) => void; id: string }) => (
  <div className="field-type text">
    <label className="field-label" htmlFor={id}>
      Code
    </label>
    <input
      autoCapitalize="off"
      autoComplete="one-time-code"
      id={id}
      maxLength={20}
      onChange={(event) => onChange(event.target.value)}
      spellCheck={false}
      type="text"
      value={value}
    />
  </div>
)
