import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CameraPose } from '../../../src/cities/city.ts'
import { CITY_IDS, type CityId } from '../../../src/cities/index.ts'
import { HOME_POSE } from '../../../src/cities/home.ts'
import { equalPoses } from '../../../src/state/camera-pose.ts'
import { DEFAULT_APP_STATE, startSession } from '../../../src/state/defaults.ts'
import { createAppStore } from '../../../src/state/store.ts'
import { focusOf } from '../../../src/state/camera-pose.ts'
import { holdWay, setWalk } from '../../../src/state/view-tools.ts'
import { createTwinLoop, type LoopView } from '../../../src/scene/camera/twin-loop.ts'

const [FIRST, SECOND = FIRST] = CITY_IDS

/** A view whose camera is a plain object: what the mouse would do is an assignment. */
type FakeView = LoopView & { camera: CameraPose; applications: number; renders: number; loads: number; drawn: boolean }
function createFakeView(cityId: CityId): FakeView {
  const view = {
    cityId,
    camera: HOME_POSE,
    applications: 0,
    renders: 0,
    loads: 0,
    drawn: true,
    isShown: () => true,
    beginFrame: () => {},
    readPose: () => view.camera,
    applyPose: (pose: CameraPose) => {
      view.camera = pose
      view.applications += 1
    },
    render: () => {
      view.renders += 1
    },
    isDrawn: () => view.drawn,
    loadOn: () => {
      view.loads += 1
    },
    onRest: () => {},
  }
  return view
}

let frames: FrameRequestCallback[] = []
let now = 0
function runFrame(milliseconds = 16): void {
  now += milliseconds
  const due = frames
  frames = []
  for (const frame of due) frame(now)
}

beforeEach(() => {
  frames = []
  now = 1000
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = []
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function start(linked: boolean, isMotionReduced = true) {
  const cameras = Object.fromEntries(CITY_IDS.map((id) => [id, HOME_POSE])) as Record<CityId, CameraPose>
  const store = createAppStore({ ...DEFAULT_APP_STATE, cameras, linked }, startSession())
  const loop = createTwinLoop(store, () => isMotionReduced)
  const views = CITY_IDS.map(createFakeView)
  for (const view of views) loop.add(view)
  loop.start()
  runFrame()
  return { store, loop, first: views[0] as (typeof views)[number], second: views[1] as (typeof views)[number] }
}

describe('the loop of linked views', () => {
  it('moves the other camera in the same frame, and follows without echo', () => {
    const { first, second } = start(true)
    first.camera = { ...HOME_POSE, eastMetres: 1234, headingDegrees: 45 }
    const applied = [first.applications, second.applications]
    runFrame()
    expect(equalPoses(second.camera, first.camera)).toBe(true)
    expect(second.renders).toBe(first.renders)
    runFrame()
    runFrame()
    expect([first.applications, second.applications]).toEqual([applied[0], (applied[1] as number) + 1])
  })

  it('leaves the other camera alone while unlinked, and joins it when linked', () => {
    const { store, first, second } = start(false)
    second.camera = { ...HOME_POSE, heightMetres: 300 }
    runFrame()
    expect(equalPoses(first.camera, HOME_POSE)).toBe(true)
    store.getState().update((app) => ({ ...app, linked: true }))
    runFrame()
    expect(first.camera.heightMetres).toBe(300)
  })

  it('writes poses to the store at most five times a second, and once more at rest', () => {
    const { store, first } = start(true)
    let writes = 0
    store.subscribe((after, before) => {
      if (after.app.cameras !== before.app.cameras) writes += 1
    })
    for (let frame = 1; frame <= 60; frame++) {
      first.camera = { ...HOME_POSE, eastMetres: frame * 10 }
      runFrame(16)
    }
    expect(writes).toBeGreaterThan(1)
    expect(writes).toBeLessThanOrEqual(5)
    for (let frame = 0; frame < 20; frame++) runFrame(16)
    expect(store.getState().app.cameras[SECOND].eastMetres).toBe(600)
  })

  it('follows a pose that was set from outside, in both views while linked', () => {
    const { store, first, second } = start(true)
    const restored = { ...HOME_POSE, northMetres: 777 }
    store.getState().update((app) => ({ ...app, cameras: { ...app.cameras, [FIRST]: restored } }))
    runFrame()
    expect(first.camera.northMetres).toBe(777)
    expect(second.camera.northMetres).toBe(777)
  })

  it('brings a camera back that leaves the city', () => {
    const { first } = start(true)
    first.camera = { ...HOME_POSE, heightMetres: 90_000 }
    runFrame()
    expect(first.camera.heightMetres).toBe(25_000)
  })

  it('flies home softly, and at once where motion is unwanted', () => {
    for (const isMotionReduced of [false, true]) {
      const { store, first } = start(true, isMotionReduced)
      first.camera = { ...HOME_POSE, eastMetres: 5000 }
      runFrame()
      store.getState().updateSession((session) => ({ ...session, flight: { sequence: 1, cityId: FIRST, target: { kind: 'home' } } }))
      runFrame()
      runFrame()
      expect(equalPoses(first.camera, HOME_POSE)).toBe(isMotionReduced)
      for (let frame = 0; frame < 300; frame++) runFrame(16)
      expect(equalPoses(first.camera, HOME_POSE)).toBe(true)
    }
  })

  it('loads on, in every view, while a frame of one of them is still being drawn at rest, and draws again after it', () => {
    const { first, second } = start(true)
    for (let frame = 0; frame < 100; frame++) runFrame()
    const before = [first.renders, second.renders, first.loads, second.loads]
    second.drawn = false
    for (let frame = 0; frame < 5; frame++) runFrame()
    expect([first.renders, second.renders, first.loads, second.loads]).toEqual([before[0], before[1], 5, 5])
    second.drawn = true
    runFrame()
    expect([first.renders, first.loads]).toEqual([(before[0] as number) + 1, 5])
  })

  it('waits for no frame while a camera moves', () => {
    const { first, second } = start(true)
    for (let frame = 0; frame < 100; frame++) runFrame()
    first.camera = { ...HOME_POSE, eastMetres: 1 }
    runFrame()
    const before = second.renders
    second.drawn = false
    for (let frame = 2; frame <= 6; frame++) {
      first.camera = { ...HOME_POSE, eastMetres: frame }
      runFrame()
    }
    expect([second.renders - before, second.loads]).toEqual([5, 0])
  })
})

describe('a walk', () => {
  it('takes both cameras to eye height where they looked, at a walking pace, and up again', () => {
    const { store, first, second } = start(true, false)
    const { updateSession } = store.getState()
    updateSession((session) => setWalk(session, { held: [] }))
    runFrame()
    const begin = first.camera
    expect(begin).toMatchObject({ heightMetres: 1.7, pitchDegrees: 0 })
    expect(begin.eastMetres).toBeCloseTo(focusOf(HOME_POSE).eastMetres, 6)
    expect(equalPoses(second.camera, begin)).toBe(true)
    updateSession((session) => holdWay(session, 'forward', true))
    for (let frame = 0; frame < 20; frame++) runFrame(50)
    // One second: 1.4 m in both.
    for (const { camera } of [first, second]) {
      expect(Math.hypot(camera.eastMetres - begin.eastMetres, camera.northMetres - begin.northMetres)).toBeCloseTo(1.4, 6)
      expect(camera.heightMetres).toBe(1.7)
    }
    // Whatever moves the camera meanwhile, it stays over the ground.
    first.camera = { ...first.camera, heightMetres: -40 }
    runFrame()
    expect(first.camera.heightMetres).toBe(1.7)
    updateSession((session) => setWalk(session, null))
    runFrame()
    expect(first.camera.heightMetres).toBeGreaterThan(100)
    expect(equalPoses(first.camera, second.camera)).toBe(true)
  })

  it('stands still by itself where motion is reduced', () => {
    const { store, first } = start(true, true)
    store.getState().updateSession((session) => holdWay(setWalk(session, { held: [] }), 'forward', true))
    runFrame()
    const begin = first.camera
    runFrame(500)
    expect(first.camera).toEqual(begin)
  })
})
