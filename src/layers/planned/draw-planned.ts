import { heightFromStoreysMetres } from '../../analytics/form/storeys.ts'
import type { CityId } from '../../cities/index.ts'
import { polygonHolds } from '../../geo/open-rings.ts'
import type { AddBuilding, ChangeBuilding, Edit, PlanRule, Scenario } from '../../scenario/types.ts'
import { formatHex, GREEN_COLOURS, MODE_COLOURS, themeColour } from '../colour/palettes.ts'
import type { Lines, Points } from '../types.ts'
import type { FoundBuilding, PlannedPicture, PlannedVolume } from './types.ts'

type Theme = 'light' | 'dark'

/** Colours of areas: a park is green as those of the map, a closed street the grey of paving. */
const AREA_COLOURS = { 'add-park': GREEN_COLOURS.park, 'close-street': '#b7a98f' } as const
/** High enough to lie over the ground from far away, too. */
const AREA_METRES = 0.6
const STOP_COLOUR = MODE_COLOURS.tram
const STOP_PIXELS = 12
const LINE_PIXELS = 5

/**
 * What a scenario shows in one city. Edits of other cities, and rules without a place, draw nothing.
 *
 * @param found buildings of the city that the scenario names or clears; one that is not there any more is passed over
 */
export function drawPlanned(scenario: Scenario, cityId: CityId, found: readonly FoundBuilding[], theme: Theme): PlannedPicture {
  const edits = scenario.edits.filter((edit) => 'cityId' in edit && edit.cityId === cityId)
  const byId = new Map(found.map((building) => [building.id, building]))
  return {
    volumes: edits.flatMap((edit) => listVolumes(edit, byId, theme)),
    hidden: listHidden(edits, found, byId),
    lines: drawLines(edits, theme),
    points: drawStops(edits, theme),
  }
}

/** Height of a planned building: as stated, else by the rule of storeys that all the data follow. */
export function plannedHeightMetres({ storeys, heightMetres }: Pick<AddBuilding, 'storeys' | 'heightMetres'>): number {
  return heightMetres ?? heightFromStoreysMetres(storeys)
}

const BUILDING = { kind: 'building', colour: null } as const

function listVolumes(edit: Edit, byId: ReadonlyMap<string, FoundBuilding>, theme: Theme): readonly PlannedVolume[] {
  if (edit.kind === 'add-building') {
    const { id: editId, footprint, storeys, use } = edit
    return [{ editId, footprint, storeys, use, heightMetres: plannedHeightMetres(edit), ...BUILDING }]
  }
  if (edit.kind === 'plan-rule') return [envelopeOf(edit)]
  if (edit.kind === 'add-park' || edit.kind === 'close-street') {
    const colour = formatHex(themeColour(AREA_COLOURS[edit.kind], theme))
    return [{ editId: edit.id, footprint: edit.area, heightMetres: AREA_METRES, storeys: null, use: null, kind: 'ground', colour }]
  }
  if (edit.kind !== 'change-building') return []
  const building = byId.get(edit.building.id)
  return building === undefined ? [] : changedVolumes(edit, building)
}

function changedVolumes(edit: ChangeBuilding, building: FoundBuilding): readonly PlannedVolume[] {
  const heightMetres = edit.heightMetres ?? (edit.storeys === undefined ? building.heightMetres : heightFromStoreysMetres(edit.storeys))
  return building.footprint.map((footprint) => ({
    editId: edit.id,
    footprint,
    heightMetres,
    storeys: edit.storeys ?? building.storeys,
    use: edit.use ?? building.use,
    ...BUILDING,
  }))
}

function envelopeOf({ id: editId, area, storeys, useShares }: PlanRule): PlannedVolume {
  const uses = Object.entries(useShares).flatMap(([use, share]) => (share > 0 ? [use as keyof typeof useShares] : []))
  const [only] = uses
  return {
    editId,
    footprint: area,
    heightMetres: heightFromStoreysMetres(storeys),
    storeys,
    use: uses.length === 1 && only !== undefined ? only : null,
    kind: 'envelope',
    colour: null,
  }
}

function listHidden(edits: readonly Edit[], found: readonly FoundBuilding[], byId: ReadonlyMap<string, FoundBuilding>): readonly number[] {
  const hidden = new Set<number>()
  for (const edit of edits) {
    if (edit.kind === 'remove-building' || edit.kind === 'change-building') {
      const building = byId.get(edit.building.id)
      if (building !== undefined) hidden.add(building.index)
    }
    if (edit.kind !== 'plan-rule' || !edit.clears) continue
    for (const { index, position } of found) if (polygonHolds(edit.area, position)) hidden.add(index)
  }
  return [...hidden].sort((a, b) => a - b)
}

function drawLines(edits: readonly Edit[], theme: Theme): readonly Lines[] {
  const lines = edits.filter((edit) => edit.kind === 'add-line')
  if (lines.length === 0) return []
  return [
    {
      kind: 'lines',
      selects: null,
      ids: lines.map(({ id }) => id),
      positionsDegrees: Float64Array.from(lines.flatMap(({ path }) => path.flat())),
      partStarts: startsOf(lines.map(({ path }) => path.length)),
      partFeatures: Uint32Array.from(lines.keys()),
      rgba: repeat([...themeColour(STOP_COLOUR, theme), 255], lines.length),
      widthPixels: new Float32Array(lines.length).fill(LINE_PIXELS),
    },
  ]
}

function drawStops(edits: readonly Edit[], theme: Theme): readonly Points[] {
  const stops = edits.flatMap((edit) => {
    if (edit.kind === 'add-stop') return [{ id: edit.id, position: edit.position }]
    return edit.kind === 'add-line' ? edit.stops.map((position) => ({ id: edit.id, position })) : []
  })
  if (stops.length === 0) return []
  return [
    {
      kind: 'points',
      selects: null,
      ids: stops.map(({ id }) => id),
      positionsDegrees: Float64Array.from(stops.flatMap(({ position }) => position)),
      rgba: repeat([...themeColour(STOP_COLOUR, theme), 255], stops.length),
      diameterPixels: new Float32Array(stops.length).fill(STOP_PIXELS),
    },
  ]
}

function startsOf(counts: readonly number[]): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  counts.forEach((count, index) => {
    starts[index + 1] = (starts[index] as number) + count
  })
  return starts
}

function repeat(rgba: readonly number[], times: number): Uint8Array {
  return Uint8Array.from({ length: times * 4 }, (_, at) => rgba[at % 4] as number)
}
