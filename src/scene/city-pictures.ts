import type { CityId } from '../cities/index.ts'
import type { BuildingColours, Drawable, Labels, Lines, Points, Polygons } from '../layers/types.ts'
import type { Store } from '../state/store.ts'

/** Everything that the active layers draw in one city, by kind. */
export interface CityPictures {
  /** `undefined`: the layer's picture is not there yet, so what is shown stays. */
  readonly colours: BuildingColours | null | undefined
  readonly polygons: readonly Polygons[]
  readonly lines: readonly Lines[]
  readonly points: readonly Points[]
  readonly labels: readonly Labels[]
  /** Shapes of own layers that are painted on the map: all but a handful of points, which stand over it. */
  readonly own: readonly (Polygons | Lines | Points)[]
}

/** More points of an own layer than this are painted on the map: each point of the scene costs main-thread time. */
const MOST_OWN_POINTS = 2000

/** Gathers the drawables of the active layers; the order of the layers is that of drawing. */
export function gatherPictures({ app, session }: Pick<Store, 'app' | 'session'>, cityId: CityId): CityPictures {
  const drawablesOf = (layerId: keyof typeof session.pictures): readonly Drawable[] | undefined => {
    const picture = session.pictures[layerId]?.[cityId]
    return picture === undefined || 'failure' in picture ? undefined : picture.drawables
  }
  const buildings = drawablesOf(app.buildingLayer)
  const others = [app.areaLayer, ...app.overlays].flatMap((layerId) => (layerId === 'none' ? [] : (drawablesOf(layerId) ?? [])))
  const zoneFill = session.zoneFills[cityId]
  const own = session.ownLayers.filter(({ isShown }) => isShown).map(({ cities }) => cities[cityId])
  const ownPoints = own.flatMap(({ points }) => points ?? [])
  const isFew = ({ diameterPixels }: Points) => diameterPixels.length <= MOST_OWN_POINTS
  const planned = session.planned[cityId]
  const colours = buildings?.find((drawable) => drawable.kind === 'building-colours')
  return {
    colours: colours ?? (buildings !== undefined || app.buildingLayer === 'building-plain' ? null : undefined),
    // Two fills over each other would mean neither.
    polygons: zoneFill === undefined ? others.filter((drawable) => drawable.kind === 'polygons') : [zoneFill],
    lines: [...others.filter((drawable) => drawable.kind === 'lines'), ...(planned?.lines ?? [])],
    points: [...others.filter((drawable) => drawable.kind === 'points'), ...ownPoints.filter(isFew), ...(planned?.points ?? [])],
    labels: others.filter((drawable) => drawable.kind === 'labels'),
    // Layer by layer, so that the last one opened lies on top.
    own: own
      .flatMap(({ polygons, lines, points }) => [polygons, lines, points !== null && !isFew(points) ? points : null])
      .filter((shape) => shape !== null),
  }
}
