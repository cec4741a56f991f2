import { useEffect, useState } from 'react'
import { lazyPart } from '../common/lazy-part.tsx'
import { useServices, useSession } from '../context.tsx'
import { useImporter } from './importer.ts'

const DropOverlay = lazyPart(() => import('./drop-overlay.tsx').then((module) => module.DropOverlay), { isFloating: true })
const CrsDialog = lazyPart(() => import('./crs-dialog.tsx').then((module) => module.CrsDialog), { isFloating: true })
const OwnPickAside = lazyPart(() => import('./own-pick-aside.tsx').then((module) => module.OwnPickAside), {
  isFloating: true,
  putAway: (store) => store.getState().updateSession((session) => ({ ...session, ownPick: null })),
})

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
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false)
    }
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
    <>
      {isOver ? <DropOverlay /> : null}
      {isAsking ? <CrsDialog /> : null}
      {hasPick ? <OwnPickAside /> : null}
    </>
  )
}
