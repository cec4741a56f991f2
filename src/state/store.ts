import { createStore } from 'zustand/vanilla'
import type { Language } from '../cities/city.ts'
import type { CityId } from '../cities/index.ts'
import type { LayerId } from '../layers/ids.ts'
import type { FailedImport, OwnImport } from '../layers/own/own-import.ts'
import type { OwnLayer } from '../layers/own/own-layer.ts'
import type { FoundBuilding, PlannedPicture } from '../layers/planned/types.ts'
import type { LayerOutcome, Polygons } from '../layers/types.ts'
import type { AppState, Selection } from './app-state.ts'
import type { Drawing } from './drawing.ts'
import type { OnlineEntry } from './online-entry.ts'
import type { LinkedSource } from './online-proposal.ts'
import type { ScenarioKeeping } from './scenario-keeping.ts'
import type { ScenarioProposal } from './scenario-proposal.ts'
import type { ScenarioSession } from './scenario-session.ts'
import type { Trouble } from './trouble.ts'
import type { ViewToolSession } from './view-tools.ts'

/** How far a city's view is from being complete. */
export interface CityProgress {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed'
  /** Share of what is being loaded, 0-1. */
  readonly share: number
  /** Plain-text reason when failed: what, where, and what was expected. */
  readonly failure: string | null
}

/** A flight asked for by the interface; the scene flies and clears nothing: `sequence` tells a new one. */
export interface Flight {
  readonly sequence: number
  readonly cityId: CityId
  readonly target:
    | { readonly kind: 'place'; readonly positionDegrees: readonly [number, number]; readonly extentMetres: number }
    | { readonly kind: 'home' }
    | { readonly kind: 'north' }
}

/** What a session knows and nobody set: never in the URL. */
export interface Session extends ScenarioSession, ViewToolSession {
  /** The language whose texts show: the chosen one as soon as its texts are there. */
  readonly shownLanguage: Language
  /** What goes wrong outside of any panel, oldest first. */
  readonly troubles: readonly Trouble[]
  readonly progress: Readonly<Record<CityId, CityProgress>>
  /** Latest picture of each active layer. */
  readonly pictures: Readonly<Partial<Record<LayerId, LayerOutcome>>>
  readonly flight: Flight | null
  /** Building index of the selected building by city, for the highlight. */
  readonly highlight: Readonly<Partial<Record<CityId, number | null>>>
  /** Outline (longitude, latitude interleaved) of the selected area by city. */
  readonly outline: Readonly<Partial<Record<CityId, Float64Array | null>>>
  /** Zones that the comparison shows on the map in the place of the layer of areas, by city. */
  readonly zoneFills: Readonly<Partial<Record<CityId, Polygons>>>
  /** What the shown scenario puts into each city; absent where it changes nothing there. */
  readonly planned: Readonly<Partial<Record<CityId, PlannedPicture>>>
  /** Footprints near to where something is drawn in a scenario. */
  readonly nearby: Nearby | null
  /** An area that is being drawn: clicks on the map are its corners. */
  readonly drawing: Drawing | null
  /** Raising this asks a city's scene to try loading again. */
  readonly retries: Readonly<Record<CityId, number>>
  /** Raising this asks for the layers that failed once more. */
  readonly layerRetries: number
  /** Raising this asks anew for everything else that is read: cards, lists of data, search. */
  readonly loadRetries: number
  /** Data that the reader brought along, first at the bottom. */
  readonly ownLayers: readonly OwnLayer[]
  /** Cities in whose map own shapes lie too thick for all of them to be drawn. */
  readonly ownLeftOut: readonly CityId[]
  /** The file that is being opened. */
  readonly ownImport: OwnImport | null
  readonly failedImports: readonly FailedImport[]
  /** A feature of an own layer whose attributes show. */
  readonly ownPick: OwnPick | null
  /** Online sources that the link asked for, until the user has said yes or no. */
  readonly proposedSources: readonly LinkedSource[]
  /** A place that was selected, by a link as a rule, and that the data do not have. */
  readonly unknownPlace: Selection | null
  /** The scenarios that are kept in this browser. */
  readonly keeping: ScenarioKeeping
  /** A scenario of a file or a link, until the user has said what becomes of it. */
  readonly proposal: ScenarioProposal | null
  /** Online services that the user switched on, in that order. */
  readonly online: readonly OnlineEntry[]
}

/** What a tool may snap to in a city, about a place. */
export interface Nearby {
  readonly cityId: CityId
  readonly position: readonly [number, number]
  readonly buildings: readonly FoundBuilding[]
}

export interface OwnPick {
  readonly layerId: string
  /** Row of the layer's attributes. */
  readonly row: number
}

export interface Store {
  readonly app: AppState
  readonly session: Session
  readonly update: (change: (app: AppState) => AppState) => void
  readonly updateSession: (change: (session: Session) => Session) => void
}

/** The one store of the app, without React: the interface and the scene both subscribe to it. */
export function createAppStore(app: AppState, session: Session) {
  return createStore<Store>()((set) => ({
    app,
    session,
    update: (change) => set((store) => ({ app: change(store.app) })),
    updateSession: (change) => set((store) => ({ session: change(store.session) })),
  }))
}
export type AppStore = ReturnType<typeof createAppStore>
