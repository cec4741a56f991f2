import { Camera, Cartesian3, Ellipsoid, GeographicProjection, Matrix4, Math as CesiumMath } from '@cesium/engine'
import { describe, expect, test } from 'vitest'
import { withoutDrift } from '../../../src/scene/camera/camera-control.ts'
import { measureViewAngles } from '../../../src/scene/camera/view-angles.ts'

/** Just as much of a scene as a camera asks for. */
const SCENE = {
  canvas: { clientWidth: 512, clientHeight: 512 },
  drawingBufferWidth: 512,
  drawingBufferHeight: 512,
  mapProjection: new GeographicProjection(Ellipsoid.WGS84),
  ellipsoid: Ellipsoid.WGS84,
  mode: 3,
  tweens: {},
}

describe.each([
  [24.9522, 60.1697],
  [24.7536, 59.437],
  [-70, -33.4],
])('a view at %f, %f', (longitudeDegrees, latitudeDegrees) => {
  const place = (headingDegrees: number, pitchDegrees: number) => {
    const camera = new Camera(SCENE as unknown as ConstructorParameters<typeof Camera>[0])
    camera.setView({
      destination: Cartesian3.fromDegrees(longitudeDegrees, latitudeDegrees, 700),
      orientation: { heading: CesiumMath.toRadians(headingDegrees), pitch: CesiumMath.toRadians(pitchDegrees), roll: 0 },
    })
    return camera
  }
  const measure = ({ positionWC, directionWC, upWC }: Camera) => measureViewAngles(positionWC, directionWC, upWC)

  test.each([
    [0.5, -21.5],
    [90, -45],
    [180, 10],
    [270.25, -3],
    [339.999, -89],
    [12, -90],
  ])('heads %f°, pitches %f°, as the engine says', (heading, pitch) => {
    const camera = place(heading, pitch)
    const { headingDegrees, pitchDegrees } = measure(camera)
    expect(headingDegrees).toBeCloseTo(CesiumMath.toDegrees(camera.heading), 6)
    expect(pitchDegrees).toBeCloseTo(CesiumMath.toDegrees(camera.pitch), 5)
    expect(headingDegrees).toBeCloseTo(heading, 4)
    expect(pitchDegrees).toBeCloseTo(pitch, 4)
  })

  test('is not moved by being measured, as it is by the engine', () => {
    const poses = [...Array(40).keys()].map((index) => place(index * 9 + 0.37, -80 + index * 1.7))
    const turned = (read: (camera: Camera) => unknown) =>
      poses.filter((camera) => {
        const before = [...Cartesian3.pack(camera.direction, []), ...Cartesian3.pack(camera.up, []), ...Matrix4.pack(camera.transform, [])]
        for (let repeat = 0; repeat < 10; repeat++) read(camera)
        const after = [...Cartesian3.pack(camera.direction, []), ...Cartesian3.pack(camera.up, []), ...Matrix4.pack(camera.transform, [])]
        return before.some((value, index) => value !== after[index])
      }).length
    expect(turned(measure)).toBe(0)
    expect(turned((camera) => [camera.heading, camera.pitch])).toBeGreaterThan(0)
  })
  test('stays as it is while the engine reads it, and goes where it is sent', () => {
    const camera = place(137.21, -33.7)
    const read = () => [
      ...Cartesian3.pack(camera.position, []),
      ...Cartesian3.pack(camera.direction, []),
      ...Cartesian3.pack(camera.up, []),
      ...Cartesian3.pack(camera.right, []),
    ]
    const before = read()
    for (let repeat = 0; repeat < 50; repeat++) withoutDrift(camera, () => void [camera.heading, camera.pitch, camera.roll])
    expect(read()).toEqual(before)
    withoutDrift(camera, () => camera.lookRight(1e-6))
    expect(read()).not.toEqual(before)
  })
})
