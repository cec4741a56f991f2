import type { Scene } from '@cesium/engine'
import type { City } from '../../cities/city.ts'
import type { CityId } from '../../cities/index.ts'
import type { Ground } from '../../geo/ground.ts'
import type { AppStore } from '../../state/store.ts'
import type { BuildingShader } from '../look/building-shader.ts'
import type { CityLook } from '../look/city-look.ts'

/** The parts of one city's view that a scenario is shown with. */
export interface ScenarioParts {
  readonly scene: Scene
  readonly city: City<CityId>
  readonly ground: Ground
  readonly store: AppStore
  readonly look: CityLook
  readonly buildings: BuildingShader
  /** A building was pulled up or down, and let go. */
  readonly onPull: () => void
  /** The picture is another. */
  readonly onChange: () => void
}
