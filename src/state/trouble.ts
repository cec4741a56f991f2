import type { Language } from '../cities/city.ts'
import type { StorageFault } from '../scenario/storage-fault.ts'

/** The workers that the app cannot do without. */
export type WorkerName = 'data' | 'map' | 'analysis'

/** Something that goes wrong outside of any panel: it stays on screen until it is mended or put away. */
export type Trouble =
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'worker'; readonly worker: WorkerName }
  /** A file of the map that could not be read. */
  | { readonly kind: 'file'; readonly file: string }
  /** Scenarios can't be kept in the browser. */
  | { readonly kind: 'storage'; readonly fault: StorageFault }
  /** The server has another version of the app than the one that runs. */
  | { readonly kind: 'version' }

/** Whether both say the same. */
export function isSameTrouble(one: Trouble, other: Trouble): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
