import { paintPlanned } from '../../layers/planned/paint-planned.ts'
import { parseHex } from '../../layers/colour/ramps.ts'
import type { PlannedVolume } from '../../layers/planned/types.ts'
import type { Store } from '../../state/store.ts'
import { watch, type Unwatch } from '../../state/watch.ts'
import { editInHand } from '../../scenario/draw/edit-in-hand.ts'
import { createPlannedBlocks, type Block } from './planned-blocks.ts'
import type { ScenarioParts } from './scenario-parts.ts'
import { showTool } from './show-tool.ts'

/** What is not solid casts no shadow. */
const ALPHAS = { building: 255, envelope: 110, ground: 215 } as const
const NO_VOLUMES: readonly PlannedVolume[] = []

/** Keeps the blocks of one city equal to the shown scenario, the active layer, the chosen edit and the theme. */
export function showPlanned(parts: ScenarioParts): Unwatch {
  const { scene, city, ground, store, look, buildings, onChange } = parts
  const blocks = createPlannedBlocks(scene, ground, buildings)
  const show = (): void => {
    // What a tool has in hand shows as the tool has it.
    const inHand = editInHand(store.getState().session.scenarioTool)
    blocks.setBlocks(
      volumesOf(store.getState())
        .filter(({ editId }) => editId !== inHand)
        .map(makeBlock),
    )
    onChange()
  }
  const volumesOf = ({ session }: Store) => session.planned[city.id]?.volumes ?? NO_VOLUMES
  const pictureOf = ({ app, session }: Store) => session.pictures[app.buildingLayer]?.[city.id] ?? null
  const makeBlock = (volume: PlannedVolume): Block => {
    const { app, session } = store.getState()
    const picture = pictureOf(store.getState())
    const legend = picture === null || 'failure' in picture ? null : picture.legend
    const isChosen = session.chosenEdit === volume.editId
    return {
      footprint: volume.footprint,
      heightMetres: volume.heightMetres,
      rgb: isChosen ? parseHex(city.accent[look.theme()]) : paintPlanned(volume, app.buildingLayer, legend, look.theme()),
      alpha: ALPHAS[volume.kind],
      pick: { kind: 'edit', featureId: volume.editId },
    }
  }
  const ends = [
    showTool(parts),
    watch(
      store,
      (now) => [volumesOf(now), pictureOf(now), now.app.buildingLayer, now.session.chosenEdit, editInHand(now.session.scenarioTool)],
      show,
    ),
    look.watchTheme(show),
  ]
  return () => {
    for (const end of ends) end()
    blocks.dispose()
  }
}
