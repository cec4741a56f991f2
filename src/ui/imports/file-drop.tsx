import { lazy, Suspense, useEffect, useState } from 'react'
import { useServices, useSession } from '../context.tsx'
import { useImporter } from './importer.ts'

const DropOverlay = lazy(() => import('./drop-overlay.tsx').then((module) => ({ default: module.DropOverlay })))
const CrsDialog = lazy(() => import('./crs-dialog.tsx').then((module) => ({ default: module.CrsDialog })))
const OwnPickAside = lazy(() => import('./own-pick-aside.tsx').then((module) => ({ default: module.OwnPickAside })))

/** The whole page takes files, and asks what a file leaves open. What shows is loaded when it is needed. */
export function FileDrop() {
  const importer = useImporter()
  const { store, notify } = useServices()
  const isAsking = useSession((session) => session.ownImport?.phase === 'asking')
  const hasPick = useSession((session) => session.ownPick !== null)
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    if (importer === null) return
    const isOfFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent): void => {
      if (!isOfFiles(event)) return
      // Without it the browser would leave the app and show the file.
      event.preventDefault()
      setIsOver(true)
    }
    // Leaving one element for another fires too; leaving the window has no target to go to.
    const onLeave = (event: DragEvent): void => { if (event.relatedTarget === null) setIsOver(false) }
    const onDrop = (event: DragEvent): void => {
      if (!isOfFiles(event)) return
      event.preventDefault()
      setIsOver(false)
      const file = event.dataTransfer?.files[0]
      if (file === undefined || importer.open(file)) return
      notify({ key: 'imports.busy', values: { name: store.getState().session.ownImport?.fileName ?? '' } })
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [importer, store, notify])
  return (
    <Suspense fallback={null}>
      {isOver ? <DropOverlay /> : null}
      {isAsking ? <CrsDialog /> : null}
      {hasPick ? <OwnPickAside /> : null}
    </Suspense>
  )
}
