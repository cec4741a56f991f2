import { Cartesian3, Ellipsoid, IntersectionTests, Math as CesiumMath, type Camera, type Cartesian2, type Scene } from '@cesium/engine'
import type { CameraPose, City } from '../../cities/city.ts'
import { geoidHeightMetres } from '../../geo/geoid.ts'
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
  const isStill = before.every((part, index) =>
    Cartesian3.distance(part, after[index] as Cartesian3) <= ROUNDING * Cartesian3.magnitude(part))
  if (isStill) before.forEach((part, index) => Cartesian3.clone(part, after[index]))
}

export function readPose(scene: Scene, city: City): CameraPose {
  const { camera } = scene
  const { longitude, latitude, height } = camera.positionCartographic
  return poseOfPlacement(city, {
    longitudeDegrees: CesiumMath.toDegrees(longitude),
    latitudeDegrees: CesiumMath.toDegrees(latitude),
    ellipsoidalHeightMetres: height,
    ...measureViewAngles(camera.positionWC, camera.directionWC, camera.upWC),
  })
}

export function applyPose(scene: Scene, city: City, pose: CameraPose): void {
  const placement = placePose(city, pose)
  scene.camera.setView({
    destination: Cartesian3.fromDegrees(placement.longitudeDegrees, placement.latitudeDegrees, placement.ellipsoidalHeightMetres),
    orientation: {
      heading: CesiumMath.toRadians(placement.headingDegrees),
      pitch: CesiumMath.toRadians(placement.pitchDegrees),
      roll: 0,
    },
  })
}

/** Longitude and latitude of the ground under a point of the view, or null over the sky. */
export function groundUnder(scene: Scene, city: City, point: Cartesian2): [number, number] | null {
  const ray = scene.camera.getPickRay(point)
  if (ray === undefined) return null
  const { longitudeDegrees, latitudeDegrees } = city.anchor
  const raise = geoidHeightMetres(city.geoid, longitudeDegrees, latitudeDegrees)
  const { x, y, z } = Ellipsoid.WGS84.radii
  const ground = new Ellipsoid(x + raise, y + raise, z + raise)
  const hit = IntersectionTests.rayEllipsoid(ray, ground)
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
