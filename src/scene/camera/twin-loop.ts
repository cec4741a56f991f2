import type { CameraPose } from '../../cities/city.ts'
import { CITY_IDS, cityById, type CityId } from '../../cities/index.ts'
import { clampPose, equalPoses } from '../../state/camera-pose.ts'
import type { AppStore } from '../../state/store.ts'
import { clampWalkPose, endWalkPose, startWalkPose, walkPose } from '../../state/walk-pose.ts'
import { planFlight, poseOfFlight, targetOfFlight, type FlightPlan } from './flight.ts'

const STORE_EVERY_MILLISECONDS = 200
const REST_AFTER_MILLISECONDS = 180
/** A frame slower than this leaves no time to the workers that load, unless a pause is made for them. */
const SLOW_FRAME_MILLISECONDS = 220
const LONGEST_PAUSE_MILLISECONDS = 600

/** What the loop needs of one city's view. */
export interface LoopView {
  readonly cityId: CityId
  readonly isShown: () => boolean
  /** Lets the mouse and touch controls move the camera. */
  readonly beginFrame: () => void
  readonly readPose: () => CameraPose
  readonly applyPose: (pose: CameraPose) => void
  readonly render: () => void
  /** Whether the last frame has been drawn, not only asked for. */
  readonly isDrawn: () => boolean
  /** Goes on loading where a frame would be too much. */
  readonly loadOn: () => void
  /** The camera has come to rest. */
  readonly onRest: () => void
}

export interface TwinLoop {
  readonly add: (view: LoopView) => () => void
  readonly start: () => () => void
  readonly poseOf: (cityId: CityId) => CameraPose
  /** Moves a view at once (and the other, while linked). */
  readonly move: (cityId: CityId, pose: CameraPose) => void
  readonly fly: (cityId: CityId, pose: CameraPose) => void
}

/**
 * One loop draws every view, so that linked cameras are equal in the same frame. `poses` is the one
 * truth: a view that was moved writes into it, and every view whose camera differs from it follows;
 * following is not taken for a move, since it leaves no difference.
 */
export function createTwinLoop(store: AppStore, isMotionReduced: () => boolean): TwinLoop {
  const views = new Map<CityId, LoopView>()
  const applied = new Map<CityId, CameraPose>()
  const poses: Record<CityId, CameraPose> = { ...store.getState().app.cameras }
  /** The poses that the store and this loop last agreed on: another object there is a wish from outside. */
  let agreed = store.getState().app.cameras
  let wasLinked = store.getState().app.linked
  let lastMoved: CityId = CITY_IDS[0]
  let plan: FlightPlan | null = null
  let flownSequence = 0
  let movedAt = Number.NEGATIVE_INFINITY
  let writtenAt = 0
  let isResting = false
  let tickedAt: number | null = null
  let pauseUntil = 0
  let isWalking = false
  let walkedAt = 0

  const setPose = (cityId: CityId, pose: CameraPose): void => {
    const clamped = isWalking ? clampWalkPose(pose) : clampPose(pose)
    lastMoved = cityId
    movedAt = performance.now()
    isResting = false
    poses[cityId] = clamped
    if (!store.getState().app.linked) return
    for (const other of CITY_IDS) poses[other] = clamped
  }

  const takeWishes = (now: number): void => {
    const { app, session } = store.getState()
    if (app.cameras !== agreed) {
      const changed = CITY_IDS.filter((id) => app.cameras[id] !== agreed[id] && !equalPoses(app.cameras[id], poses[id]))
      agreed = app.cameras
      if (changed.length > 0) plan = null
      for (const id of changed) setPose(id, app.cameras[id])
    }
    if (app.linked !== wasLinked) {
      wasLinked = app.linked
      if (app.linked) setPose(lastMoved, poses[lastMoved])
    }
    const { flight } = session
    if (flight !== null && flight.sequence !== flownSequence) {
      flownSequence = flight.sequence
      startFlight(flight.cityId, targetOfFlight(cityById(flight.cityId), flight.target, poses[flight.cityId]), now)
    }
  }

  const leaders = (): readonly CityId[] => (store.getState().app.linked ? [lastMoved] : CITY_IDS)

  /** Begins and ends a walk as the session has it, and goes on in the ways that are held. */
  const takeWalk = (now: number): void => {
    const { walk } = store.getState().session
    if ((walk !== null) !== isWalking) {
      isWalking = walk !== null
      plan = null
      for (const cityId of leaders()) setPose(cityId, isWalking ? startWalkPose(poses[cityId]) : endWalkPose(poses[cityId]))
    } else if (walk !== null && walk.held.length > 0 && !isMotionReduced()) {
      for (const cityId of leaders()) setPose(cityId, walkPose(poses[cityId], walk.held, (now - walkedAt) / 1000))
    }
    walkedAt = now
  }

  const startFlight = (cityId: CityId, to: CameraPose, now: number): void => {
    plan = planFlight(cityId, poses[cityId], to, now, isMotionReduced())
  }

  const takeMoves = (shown: readonly LoopView[]): void => {
    for (const view of shown) {
      const pose = view.readPose()
      const before = applied.get(view.cityId)
      if (before === undefined || equalPoses(pose, before)) continue
      applied.set(view.cityId, pose)
      plan = null
      setPose(view.cityId, pose)
      return
    }
  }

  const advanceFlight = (now: number): void => {
    if (plan === null) return
    const { pose, hasEnded } = poseOfFlight(plan, now)
    setPose(plan.cityId, pose)
    if (hasEnded) plan = null
  }

  const writePoses = (now: number): void => {
    const isStill = now - movedAt > REST_AFTER_MILLISECONDS
    if (isResting || (!isStill && now - writtenAt < STORE_EVERY_MILLISECONDS)) return
    writtenAt = now
    const isNew = CITY_IDS.some((id) => !equalPoses(poses[id], agreed[id]))
    if (isNew) {
      agreed = { ...poses }
      store.getState().update((app) => ({ ...app, cameras: agreed }))
    }
    if (!isStill) return
    isResting = true
    for (const view of views.values()) if (view.isShown()) view.onRest()
  }

  const tick = (): void => {
    // The browser's frame time may lie before a click that it already delivered.
    const now = performance.now()
    // At rest there is time to let a frame be drawn before the next: what asks meanwhile would wait for it.
    const isAtRest = now - movedAt > 1000 && plan === null
    // Every view is asked, at rest or not: the asking times its frames.
    const shown = [...views.values()].filter((view) => view.isShown())
    const undrawn = shown.filter((view) => !view.isDrawn())
    const loadOn = (): void => shown.forEach((view) => view.loadOn())
    if (isAtRest && undrawn.length > 0) return loadOn()
    const sinceLast = now - (tickedAt ?? now)
    // The browser waits for a slow frame, so its time is that between two ticks.
    if (pauseUntil === 0 && sinceLast > SLOW_FRAME_MILLISECONDS && isAtRest) {
      pauseUntil = now + Math.min(sinceLast / 2, LONGEST_PAUSE_MILLISECONDS)
    }
    if (now < pauseUntil) return loadOn()
    pauseUntil = 0
    tickedAt = now
    for (const view of shown) view.beginFrame()
    takeMoves(shown)
    takeWishes(now)
    takeWalk(now)
    advanceFlight(now)
    for (const view of shown) {
      const pose = poses[view.cityId]
      const before = applied.get(view.cityId)
      if (before !== undefined && equalPoses(before, pose)) continue
      view.applyPose(pose)
      // What the camera says of itself afterwards: equal up to rounding.
      applied.set(view.cityId, view.readPose())
    }
    for (const view of shown) view.render()
    writePoses(now)
  }

  return {
    add: (view) => {
      views.set(view.cityId, view)
      applied.delete(view.cityId)
      isResting = false
      return () => {
        if (views.get(view.cityId) !== view) return
        views.delete(view.cityId)
        applied.delete(view.cityId)
      }
    },
    start: () => {
      let request = requestAnimationFrame(function next() {
        // First, so that a frame that fails is not the last.
        request = requestAnimationFrame(next)
        tick()
      })
      return () => cancelAnimationFrame(request)
    },
    poseOf: (cityId) => poses[cityId],
    move: (cityId, pose) => {
      plan = null
      setPose(cityId, pose)
    },
    fly: (cityId, pose) => startFlight(cityId, clampPose(pose), performance.now()),
  }
}
