import { createContext, useContext } from 'react'
import type { CityId } from '../../cities/index.ts'

/** Takes a picture of a city's view once it is at rest; rejects where the city does not show. */
export type TakeCityPicture = (cityId: CityId) => Promise<HTMLCanvasElement>

export const CityPicturesContext = createContext<TakeCityPicture | null>(null)

export function useCityPictures(): TakeCityPicture {
  const take = useContext(CityPicturesContext)
  return take ?? (() => Promise.reject(new Error('No pictures of cities can be taken here')))
}
