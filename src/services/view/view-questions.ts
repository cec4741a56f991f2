import type { Section } from '../../analytics/view/section.ts'
import type { Viewshed } from '../../analytics/view/viewshed.ts'
import type { CityId } from '../../cities/index.ts'
import type { PlannedPicture } from '../../layers/planned/types.ts'
import type { LonLat } from '../../scenario/types.ts'

/** A city's buildings as they stand, or as the shown scenario has them. */
export interface BuiltCity {
  readonly cityId: CityId
  readonly planned?: Pick<PlannedPicture, 'hidden' | 'volumes'>
}

export interface SectionRequest extends BuiltCity {
  readonly from: LonLat
  readonly to: LonLat
}

/** A point, so high over the ground. */
export interface PointRequest extends BuiltCity {
  readonly position: LonLat
  readonly heightMetres: number
}

export interface ViewshedRequest extends PointRequest {
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

export interface SkyViewAnswer {
  /** 0-1; 0 under a higher building. */
  readonly skyViewFactor: number
  readonly isCovered: boolean
  /** Horizon angle by direction in degrees, clockwise from north. */
  readonly horizonDegrees: Float64Array
}

/** Questions about what is seen from a place and what stands along a line; of ground that is flat. */
export interface ViewService {
  cutSection(request: SectionRequest): Promise<Section>
  measureViewshed(request: ViewshedRequest): Promise<ViewshedAnswer>
  measureSkyView(request: PointRequest): Promise<SkyViewAnswer>
}
