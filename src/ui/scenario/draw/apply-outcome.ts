import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import type { Outcome } from '../../../scenario/draw/types.ts'
import type { AddBuilding, AddLine, Edit, Polygon, Scenario } from '../../../scenario/types.ts'
import { changeScenario } from '../../../state/scenario-session.ts'
import type { Session } from '../../../state/store.ts'
import { startClosedStreet, startPark, startPlanRule, startStop } from '../add/new-edits.ts'

/** What a tool has made, as edits of the open scenario: one step back undoes it. The last new or changed one is chosen. */
export function applyOutcome(session: Session, outcome: Outcome, makeId: () => string): Session {
  let chosen: string | null = session.chosenEdit
  const changed = changeScenario(session, (scenario) => {
    const { edits, last } = editsOf(scenario, outcome, makeId)
    chosen = last
    return { ...scenario, edits }
  })
  return changed === session ? session : { ...changed, chosenEdit: chosen }
}

interface Changed {
  readonly edits: readonly Edit[]
  readonly last: string | null
}

function editsOf({ edits }: Scenario, outcome: Outcome, makeId: () => string): Changed {
  switch (outcome.kind) {
    case 'drawn':
      return append(edits, [newEdit(outcome, makeId())])
    case 'stop':
      return append(edits, [startStop(makeId(), cityOf(outcome.cityId), outcome.position)])
    case 'placed':
      return append(
        edits,
        outcome.buildings.map(({ footprint, storeys, heightMetres, use, name }): AddBuilding => ({
          ...newBuilding(makeId(), outcome.cityId, footprint, storeys),
          heightMetres,
          use,
          ...(name === null ? {} : { name }),
        })),
      )
    case 'moved':
      return replace(edits, outcome.editId, (edit) => [withFootprint(edit, outcome.footprint)])
    case 'copied': {
      const copies = edits.flatMap((edit) =>
        edit.id === outcome.editId ? [{ ...withFootprint(edit, outcome.footprint), id: makeId() }] : [],
      )
      return append(edits, copies)
    }
    case 'split':
      return replace(edits, outcome.editId, (edit) =>
        outcome.footprints.map((footprint, at) => ({ ...withFootprint(edit, footprint), ...(at === 0 ? {} : { id: makeId() }) })),
      )
    case 'pulled':
      return replace(edits, outcome.editId, (edit) => [withStoreys(edit, outcome.storeys)])
  }
}

function newEdit({ what, cityId, ring, storeys }: Extract<Outcome, { kind: 'drawn' }>, id: string): Edit {
  const city = cityOf(cityId)
  switch (what) {
    case 'add-building':
      return newBuilding(id, city, [ring], storeys)
    case 'plan-rule':
      return { ...startPlanRule(id, city, [ring]), storeys }
    case 'add-park':
      return startPark(id, city, [ring])
    case 'close-street':
      return startClosedStreet(id, city, [ring])
    case 'add-line':
      return { kind: 'add-line', id, cityId: city, path: ring, stops: ring, ...USUAL_SERVICE }
  }
}

/** A plain case to begin with: to be changed where it does not fit. */
const USUAL_SERVICE: Pick<AddLine, 'headwayMinutes' | 'serviceHours'> = { headwayMinutes: 10, serviceHours: 18 }

function newBuilding(id: string, cityId: string, footprint: Polygon, storeys: number): AddBuilding {
  return { kind: 'add-building', id, cityId, footprint, storeys, use: 'apartments', standard: 'standard' }
}

function withFootprint<Kind extends Edit>(edit: Kind, footprint: Polygon): Kind {
  if ('footprint' in edit) return { ...edit, footprint }
  return 'area' in edit ? { ...edit, area: footprint } : edit
}

/** Storeys that are stated anew take the stated height away: it was that of others. */
function withStoreys(edit: Edit, storeys: number): Edit {
  if (edit.kind !== 'add-building' && edit.kind !== 'change-building' && edit.kind !== 'plan-rule') return edit
  if (edit.kind === 'plan-rule') return { ...edit, storeys }
  const { heightMetres: _old, ...others } = edit
  return { ...others, storeys }
}

function append(edits: readonly Edit[], added: readonly Edit[]): Changed {
  return { edits: [...edits, ...added], last: added.at(-1)?.id ?? null }
}

function replace(edits: readonly Edit[], id: string, change: (edit: Edit) => readonly Edit[]): Changed {
  return { edits: edits.flatMap((edit) => (edit.id === id ? change(edit) : [edit])), last: id }
}

function cityOf(id: string): CityId {
  const city = CITY_IDS.find((candidate) => candidate === id)
  if (city === undefined) throw new Error(`Expected a place in a city, got ${id}`)
  return city
}
