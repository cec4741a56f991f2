import { CITIES } from '../../../cities/index.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages } from '../../context.tsx'
import type { MappingTopic } from './mapping-cards.ts'

/** For each topic: what was made alike, and what each city's data are. */
export function MappingTopics({ topics }: { topics: readonly MappingTopic[] }) {
  const { text, dataText, cityName } = useMessages()
  return (
    <>
      {topics.map((topic) => (
        <section key={topic} className="mapping-topic">
          <h3>{text(`methods.map.${topic}.title`)}</h3>
          <p>{text(`methods.map.${topic}`)}</p>
          <dl>
            {CITIES.map(({ id }) => (
              <div key={id}><dt><CityDot cityId={id} />{cityName(id)}</dt><dd>{dataText(`methods.map.${topic}.${id}`)}</dd></div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}
