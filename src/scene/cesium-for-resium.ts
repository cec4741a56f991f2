/**
 * Stands in for the package `cesium` where resium imports it (see the alias in vite.config.ts): the
 * names that resium takes, without the widgets. Classes behind components that this app never mounts
 * (KML, CZML, point-cloud players, panoramas …) are left out of the build: constructing one throws.
 */
export {
  BillboardCollection,
  BillboardGraphics,
  BoxGraphics,
  BufferPoint,
  BufferPointCollection,
  BufferPolygon,
  BufferPolygonCollection,
  BufferPolyline,
  BufferPolylineCollection,
  Cesium3DTileset,
  Cesium3DTilesetGraphics,
  CesiumWidget,
  ClassificationPrimitive,
  Color,
  CorridorGraphics,
  CustomDataSource,
  CylinderGraphics,
  EllipseGraphics,
  EllipsoidGraphics,
  Entity,
  Event,
  Fog,
  GroundPolylinePrimitive,
  GroundPrimitive,
  ImageryLayer,
  LabelCollection,
  LabelGraphics,
  Material,
  Model,
  ModelGraphics,
  Moon,
  PathGraphics,
  PlaneGraphics,
  PointGraphics,
  PointPrimitiveCollection,
  PolygonGraphics,
  PolylineCollection,
  PolylineGraphics,
  PolylineVolumeGraphics,
  PostProcessStage,
  PostProcessStageComposite,
  PostProcessStageLibrary,
  Primitive,
  RectangleGraphics,
  Resource,
  SceneMode,
  ScreenSpaceEventHandler,
  ScreenSpaceEventType,
  Sun,
  WallGraphics,
} from '@cesium/engine'

class NotInThisBuild {
  constructor() {
    throw new Error('This part of the engine is left out of the build: see src/scene/cesium-for-resium.ts')
  }
}

export function createGooglePhotorealistic3DTileset(): never {
  throw new Error('This part of the engine is left out of the build: see src/scene/cesium-for-resium.ts')
}

export {
  NotInThisBuild as CzmlDataSource,
  NotInThisBuild as KmlDataSource,
  NotInThisBuild as GeoJsonDataSource,
  NotInThisBuild as GeoJsonPrimitive,
  NotInThisBuild as MVTDataProvider,
  NotInThisBuild as TimeDynamicPointCloud,
  NotInThisBuild as ParticleSystem,
  NotInThisBuild as CloudCollection,
  NotInThisBuild as CubeMapPanorama,
  NotInThisBuild as EquirectangularPanorama,
  NotInThisBuild as Google2DImageryProvider,
  NotInThisBuild as WebMapTileServiceImageryProvider,
  NotInThisBuild as Cesium3DTilesTerrainProvider,
  NotInThisBuild as HybridScreenSpacePanCameraController,
  NotInThisBuild as ScreenSpaceElevatorCameraController,
  NotInThisBuild as ScreenSpaceMapCameraController,
  NotInThisBuild as ScreenSpaceTiltOrbitCameraController,
  NotInThisBuild as ScreenSpaceZoomCameraController,
  NotInThisBuild as Viewer,
}
