import type { Section } from '../../analytics/view/section.ts'
import type { Viewshed } from '../../analytics/view/viewshed.ts'
import type { CityId } from '../../cities/index.ts'
import type { PlannedPicture } from '../../layers/planned/types.ts'
import type { LonLat, Polygon } from '../../scenario/types.ts'

/** A city's buildings as they stand, or as the shown scenario has them. */
export interface BuiltCity {
  readonly cityId: CityId
  readonly planned?: Pick<PlannedPicture, 'hidden' | 'volumes'>
}

interface SectionRequest extends BuiltCity {
  readonly from: LonLat
  readonly to: LonLat
}

/** A point, so high over the ground. */
interface PointRequest extends BuiltCity {
  readonly position: LonLat
  readonly heightMetres: number
}

interface ViewshedRequest extends PointRequest {
  readonly radiusMetres: number
}

export interface ViewshedAnswer extends Omit<Viewshed, 'stretches'> {
  /** What is seen, one ring a feature. */
  readonly shapes: {
    readonly positionsDegrees: Float64Array
    readonly ringStarts: Uint32Array
    readonly surfaces: readonly ('ground' | 'roof')[]
  }
}

interface SkyViewAnswer {
  /** 0-1; 0 under a higher building. */
  readonly skyViewFactor: number
  readonly isCovered: boolean
  /** Horizon angle by direction in degrees, clockwise from north. */
  readonly horizonDegrees: Float64Array
}

/** Where hours of sun are counted. */
export type SunSite = BuiltCity &
  (
    | { readonly kind: 'area'; readonly polygon: Polygon; /** Over the ground, 0 on it. */ readonly heightMetres: number }
    /** An upright wall from the ground up, that faces the right side of the way from one corner to the other. */
    | { readonly kind: 'facade'; readonly from: LonLat; readonly to: LonLat; readonly heightMetres: number }
  )

/** The same day on sites of one city or of several: from midnight to midnight in the time of each. */
export interface SunHoursRequest {
  readonly sites: readonly SunSite[]
  /** YYYY-MM-DD. */
  readonly date: string
  readonly stepMinutes: number
  readonly spacingMetres: number
}

export interface SunHoursAnswer {
  /** Longitude, latitude of each point, interleaved, and its height over the zero of the city's heights. */
  readonly positionsDegrees: Float64Array
  readonly heightsMetres: Float64Array
  /** Hours of sun at each point, if no cloud hides it. */
  readonly hours: Float64Array
  readonly meanHours: number
  /** Hours from sunrise to sunset on a plain. */
  readonly possibleHours: number
}

/** Questions about what is seen from a place and what stands along a line; of ground that is flat. */
export interface ViewService {
  cutSection(request: SectionRequest): Promise<Section>
  measureViewshed(request: ViewshedRequest): Promise<ViewshedAnswer>
  measureSkyView(request: PointRequest): Promise<SkyViewAnswer>
  /**
   * Hours of sun on a day, site by site. `onProgress` is called with the share done, 0-1; false from it cancels, and the
   * promise rejects with "Cancelled".
   */
  measureSunHours(request: SunHoursRequest, onProgress?: (share: number) => boolean | Promise<boolean>): Promise<readonly SunHoursAnswer[]>
}
