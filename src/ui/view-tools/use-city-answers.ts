import { CITY_IDS, type CityId } from '../../cities/index.ts'
import type { Corner, Drawing } from '../../state/drawing.ts'
import type { BuiltCity } from '../../services/view/view-questions.ts'
import type { Loaded } from '../common/use-loaded.ts'
import { useAnswer } from '../compare/use-answer.ts'
import { useSession } from '../context.tsx'
import type { AnalysisService } from '../../services/analysis/analysis-service.ts'

/** What a tool asks of one city. */
export interface CityQuestion extends BuiltCity {
  readonly places: readonly Corner[]
  readonly heightMetres: number
}

/** The same question to each city, the one with the places first; null until there are enough places. */
function listQuestions(
  places: Drawing | null,
  count: number,
  planned: Readonly<Partial<Record<CityId, BuiltCity['planned']>>>,
): readonly CityQuestion[] | null {
  if (places === null || places.cityId === null || places.corners.length < count) return null
  const { cityId: own, corners, elsewhere = {}, heightsMetres = [] } = places
  return CITY_IDS.flatMap((cityId) => {
    const there = cityId === own ? corners : elsewhere[cityId]
    const change = planned[cityId]
    // An equal place stands on the ground: what is a roof here need not be one there.
    const heightMetres = cityId === own ? (heightsMetres.at(-1) ?? 0) : 0
    return there === undefined ? [] : [{ cityId, places: there, heightMetres, ...(change === undefined ? {} : { planned: change }) }]
  })
}

/** The answers of every city to a tool's question, once it has its places. */
export function useCityAnswers<Answer>(
  name: string,
  places: Drawing | null,
  count: number,
  ask: (service: AnalysisService, question: CityQuestion) => Promise<Answer>,
): Loaded<readonly { readonly cityId: CityId; readonly answer: Answer }[]> {
  const planned = useSession((session) => session.planned)
  const questions = listQuestions(places, count, planned)
  return useAnswer(questions === null ? null : JSON.stringify([name, questions.map(strip)]), (service) =>
    Promise.all((questions ?? []).map(async (question) => ({ cityId: question.cityId, answer: await ask(service, question) }))),
  )
}

/** Of a question what tells it from others; of what is planned only what stands. */
function strip({ planned, ...rest }: CityQuestion): object {
  return {
    ...rest,
    hidden: planned?.hidden,
    volumes: planned?.volumes.map(({ footprint, heightMetres, kind }) => [footprint, heightMetres, kind]),
  }
}
