import { useMessages } from '../context.tsx'
import type { MessageKey } from '../messages/index.ts'

/** Keys as printed on them; `about.keys.doubleClick` is the one that is no key. */
const KEYS: readonly { readonly keys: readonly string[]; readonly does: MessageKey }[] = [
  { keys: ['←', '↑', '→', '↓'], does: 'about.keys.move' },
  { keys: ['+', '−'], does: 'about.keys.zoom' },
  { keys: ['Q', 'E'], does: 'about.keys.turn' },
  { keys: ['Home'], does: 'about.keys.home' },
  { keys: ['/'], does: 'about.keys.search' },
  { keys: ['Ctrl Z', 'Ctrl Shift Z'], does: 'about.keys.undo' },
  { keys: ['B'], does: 'about.keys.before' },
  { keys: ['Tab'], does: 'about.keys.tab' },
  { keys: ['Esc'], does: 'about.keys.escape' },
]

/** What each key does. */
export function AboutKeys() {
  const { text } = useMessages()
  return (
    <table className="key-table">
      <thead>
        <tr>
          <th scope="col">{text('about.keys.key')}</th>
          <th scope="col">{text('about.keys.does')}</th>
        </tr>
      </thead>
      <tbody>
        {KEYS.map(({ keys, does }) => (
          <tr key={does}>
            <td>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </td>
            <td>{text(does)}</td>
          </tr>
        ))}
        <tr>
          <td>{text('about.keys.doubleClick')}</td>
          <td>{text('about.keys.fly')}</td>
        </tr>
      </tbody>
    </table>
  )
}
