import type { Difference } from '#collections/values/differences.ts'
import { Told, valueOf, type ReadingProps } from './Reading.tsx'

/** What a change was: each field with its words before and after. */
export const Changes = (props: ReadingProps) => (
  <Told field={props.field}>
    <table className="told__table changes">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {(valueOf(props) as Difference[]).map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td>{before || '(nothing)'}</td>
            <td>{after || '(nothing)'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Told>
)
