import {
  Cartesian3,
  Ellipsoid,
  IntersectionTests,
  Math as CesiumMath,
  type Camera,
  type Cartesian2,
  type Ray,
  type Scene,
} from '@cesium/engine'
import type { CameraPose, City } from '../../cities/city.ts'
import type { Ground } from '../../geo/ground.ts'
import { VERTICAL_FIELD_OF_VIEW_DEGREES } from '../../geo/scale.ts'
import { POSE_LIMITS } from '../../state/camera-pose.ts'
import { placePose, poseOfPlacement } from './pose-placement.ts'
import { measureViewAngles } from './view-angles.ts'

/** Sets the lens, and how far mouse and touch may go. */
export function configureCamera(scene: Scene, isMotionReduced: boolean): void {
  const controller = scene.screenSpaceCameraController
  controller.minimumZoomDistance = 25
  controller.maximumZoomDistance = POSE_LIMITS.highestMetres
  controller.enableCollisionDetection = true
  if (isMotionReduced) {
    controller.inertiaSpin = 0
    controller.inertiaTranslate = 0
    controller.inertiaZoom = 0
  }
  fitFieldOfView(scene)
}

/** The engine's field of view is that of the longer side; ours is the vertical one, in every shape of view. */
export function fitFieldOfView(scene: Scene): void {
  const frustum = scene.camera.frustum as { fov: number; aspectRatio: number; near: number }
  const vertical = CesiumMath.toRadians(VERTICAL_FIELD_OF_VIEW_DEGREES)
  const { aspectRatio } = frustum
  const wanted = aspectRatio > 1 ? 2 * Math.atan(Math.tan(vertical / 2) * aspectRatio) : vertical
  if (Math.abs(frustum.fov - wanted) > 1e-6) frustum.fov = wanted
}

/** A turn or a move by less than this share is rounding, not a wish. */
const ROUNDING = 1e-12

/**
 * Runs `work`, and puts the camera back where that only moved it by rounding. The engine looks at the
 * camera's heading in each frame for those who wait for `camera.changed` (see `measureViewAngles`), and takes
 * the difference for a move that has to be drawn.
 */
export function withoutDrift(camera: Camera, work: () => void): void {
  const parts = [camera.position, camera.direction, camera.up, camera.right]
  const before = parts.map((part) => Cartesian3.clone(part))
  work()
  const after = [camera.position, camera.direction, camera.up, camera.right]
  const isStill = before.every(
    (part, index) => Cartesian3.distance(part, after[index] as Cartesian3) <= ROUNDING * Cartesian3.magnitude(part),
  )
  if (isStill) before.forEach((part, index) => Cartesian3.clone(part, after[index]))
}

export function readPose(scene: Scene, city: City, ground: Ground): CameraPose {
  const { camera } = scene
  const { longitude, latitude, height } = camera.positionCartographic
  return poseOfPlacement(city, ground, {
    longitudeDegrees: CesiumMath.toDegrees(longitude),
    latitudeDegrees: CesiumMath.toDegrees(latitude),
    ellipsoidalHeightMetres: height,
    ...measureViewAngles(camera.positionWC, camera.directionWC, camera.upWC),
  })
}

export function applyPose(scene: Scene, city: City, ground: Ground, pose: CameraPose): void {
  const placement = placePose(city, ground, pose)
  scene.camera.setView({
    destination: Cartesian3.fromDegrees(placement.longitudeDegrees, placement.latitudeDegrees, placement.ellipsoidalHeightMetres),
    orientation: {
      heading: CesiumMath.toRadians(placement.headingDegrees),
      pitch: CesiumMath.toRadians(placement.pitchDegrees),
      roll: 0,
    },
  })
}

/** A ray has met the ground where the ground is as high as was thought, within this. */
const NEAR_ENOUGH_METRES = 0.05
/** Along a slope that the sight hardly meets, the search would go on: where it stands then is near enough for a click. */
const MOST_TRIES = 12

/** Longitude and latitude of the ground under a point of the view, or null over the sky. */
export function groundUnder(scene: Pick<Scene, 'camera'>, city: City, ground: Ground, point: Cartesian2): [number, number] | null {
  const ray = scene.camera.getPickRay(point)
  if (ray === undefined) return null
  let raise = ground.ellipsoidalHeightMetres(city.anchor.longitudeDegrees, city.anchor.latitudeDegrees)
  let hit: [number, number] | null = null
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    hit = meetEllipsoid(ray, raise)
    if (hit === null) return null
    const there = ground.ellipsoidalHeightMetres(...hit)
    if (Math.abs(there - raise) < NEAR_ENOUGH_METRES) break
    raise = there
  }
  return hit
}

/** Where a ray meets the ellipsoid raised by so many metres, in degrees. */
function meetEllipsoid(ray: Ray, raise: number): [number, number] | null {
  const { x, y, z } = Ellipsoid.WGS84.radii
  const hit = IntersectionTests.rayEllipsoid(ray, new Ellipsoid(x + raise, y + raise, z + raise))
  if (hit === undefined || hit.start <= 0) return null
  const position = new Cartesian3(
    ray.origin.x + ray.direction.x * hit.start,
    ray.origin.y + ray.direction.y * hit.start,
    ray.origin.z + ray.direction.z * hit.start,
  )
  const cartographic = Ellipsoid.WGS84.cartesianToCartographic(position)
  if (cartographic === undefined) return null
  return [CesiumMath.toDegrees(cartographic.longitude), CesiumMath.toDegrees(cartographic.latitude)]
}
