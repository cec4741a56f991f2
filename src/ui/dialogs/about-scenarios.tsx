import { useMessages } from '../context.tsx'

/** What a scenario's figures and the views of the city rest on. */
export function AboutScenarios() {
  const { text } = useMessages()
  const topics = [
    { name: text('methods.scenario.edits'), how: text('methods.scenario.edits.how') },
    { name: text('methods.scenario.energy'), how: text('methods.scenario.energy.how') },
    { name: text('methods.scenario.people'), how: text('methods.scenario.people.how') },
    { name: text('methods.scenario.view'), how: text('methods.scenario.view.how') },
  ]
  return (
    <>
      <h3>{text('methods.scenario')}</h3>
      <dl className="method-list">
        {topics.map(({ name, how }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
