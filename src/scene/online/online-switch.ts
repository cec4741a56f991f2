import type { Scene } from '@cesium/engine'
import type { City } from '../../cities/city.ts'
import type { AppState } from '../../state/app-state.ts'

export interface OnlineSwitch {
  readonly apply: (app: Pick<AppState, 'onlineModel' | 'onlineBaseMap'>) => void
  readonly dispose: () => void
}

/**
 * Adds and removes the online sources as the user switches them. The code that knows them is loaded
 * on the first use. A source that fails is taken away again, and our own picture stays.
 */
export function createOnlineSwitch(
  scene: Scene,
  city: City,
  showOwnModel: (isShown: boolean) => void,
  onFailure: (message: string) => void,
): OnlineSwitch {
  const removers: { model: (() => void) | null; baseMap: (() => void) | null } = { model: null, baseMap: null }
  const wanted = { model: false, baseMap: false }

  const take = (part: 'model' | 'baseMap'): void => {
    removers[part]?.()
    removers[part] = null
    if (part === 'model') showOwnModel(true)
  }
  const report = (part: 'model' | 'baseMap', error: unknown): void => {
    take(part)
    onFailure(error instanceof Error ? error.message : String(error))
  }
  const addModel = async (): Promise<void> => {
    const { addOnlineModel } = await import('./online-sources.ts')
    const remove = await addOnlineModel(scene, city, (message) => report('model', message))
    if (!wanted.model) return remove()
    removers.model = remove
    showOwnModel(false)
  }
  const addBaseMap = async (): Promise<void> => {
    const { addOnlineBaseMap } = await import('./online-sources.ts')
    if (!wanted.baseMap) return
    removers.baseMap = addOnlineBaseMap(scene, city, (message) => report('baseMap', message))
  }

  return {
    apply: ({ onlineModel, onlineBaseMap }) => {
      if (onlineModel !== wanted.model) {
        wanted.model = onlineModel
        if (onlineModel) addModel().catch((error: unknown) => report('model', error))
        else take('model')
      }
      if (onlineBaseMap !== wanted.baseMap) {
        wanted.baseMap = onlineBaseMap
        if (onlineBaseMap) addBaseMap().catch((error: unknown) => report('baseMap', error))
        else take('baseMap')
      }
    },
    dispose: () => {
      wanted.model = false
      wanted.baseMap = false
    },
  }
}
