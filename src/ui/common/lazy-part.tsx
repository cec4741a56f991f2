import { RotateCw } from 'lucide-react'
import { Component, lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import type { AppStore } from '../../state/store.ts'
import { useMessages, useServices } from '../context.tsx'
import { reloadPage } from '../reload-page.ts'

interface LazyPartOptions {
  /** A part without a place of its own, as a dialog: its failure floats over the page, and can be put away. */
  readonly isFloating?: boolean
  /** Puts a floating failure away, where the part has no `onClose` of its own. */
  readonly putAway?: (store: AppStore) => void
  /** Whether a sentence stands in its place until it is there. */
  readonly saysLoading?: boolean
}

/**
 * A part of the interface whose code is fetched when it first shows. What goes wrong in it, on the way or
 * later, stays in its place, with a way to try again: the rest of the page goes on.
 *
 * @param load fetches the part's module and takes the component out of it
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { isFloating = false, putAway, saysLoading = false }: LazyPartOptions = {},
): ComponentType<Props> {
  let hasFailed = false
  const fetchAnew = () =>
    lazy(async () => {
      hasFailed = false
      try {
        return { default: await load() }
      } catch (error) {
        hasFailed = true
        throw new FetchError('A part of the app could not be fetched', { cause: error })
      }
    })
  // What was fetched once serves wherever the part shows again; what failed is fetched anew.
  let latest = fetchAnew()
  return function LazyPart(props: Props) {
    const [part, setPart] = useState(() => {
      if (hasFailed) latest = fetchAnew()
      return { Content: latest, attempt: 0 }
    })
    const retry = () => {
      latest = fetchAnew()
      setPart(({ attempt }) => ({ Content: latest, attempt: attempt + 1 }))
    }
    const { store } = useServices()
    const onClose = 'onClose' in props ? (props.onClose as () => void) : putAway && (() => putAway(store))
    const showFailure = (error: unknown) => (
      <PartFailure
        wasFetched={!(error instanceof FetchError)}
        canReload={part.attempt > 0}
        onRetry={retry}
        {...(isFloating ? { isFloating } : {})}
        {...(isFloating && onClose !== undefined ? { onClose } : {})}
      />
    )
    return (
      <PartBoundary key={part.attempt} fallback={showFailure}>
        <Suspense fallback={saysLoading ? <Loading /> : null}>
          <part.Content {...props} />
        </Suspense>
      </PartBoundary>
    )
  }
}

class FetchError extends Error {}

function Loading() {
  const { text } = useMessages()
  return <p className="quiet part-loading">{text('app.loading')}</p>
}

interface BoundaryProps {
  readonly children: ReactNode
  readonly fallback: (error: unknown) => ReactNode
}

class PartBoundary extends Component<BoundaryProps, { readonly failed: { readonly error: unknown } | null }> {
  override state: { readonly failed: { readonly error: unknown } | null } = { failed: null }

  static getDerivedStateFromError(error: unknown): { failed: { error: unknown } } {
    return { failed: { error } }
  }

  override render(): ReactNode {
    return this.state.failed === null ? this.props.children : this.props.fallback(this.state.failed.error)
  }
}

interface PartFailureProps {
  /** A bug in a part that came is no matter of the line. */
  readonly wasFetched: boolean
  /** Some browsers keep a script that failed once for failed while the page lives: then only a new page helps. */
  readonly canReload: boolean
  readonly isFloating?: boolean
  readonly onRetry: () => void
  readonly onClose?: () => void
}

function PartFailure({ wasFetched, canReload, isFloating = false, onRetry, onClose }: PartFailureProps) {
  const { text } = useMessages()
  const { store } = useServices()
  return (
    <div className={`part-failure${isFloating ? ' part-failure-floating' : ''}`} role="alert">
      <p>{text(wasFetched ? 'part.broken' : 'part.failed')}</p>
      <div className="part-failure-actions">
        <Button className="button" onPress={onRetry}>
          <RotateCw size={16} aria-hidden="true" />
          {text('app.tryAgain')}
        </Button>
        {canReload ? (
          <Button className="button" onPress={() => reloadPage(store)}>
            {text('part.reload')}
          </Button>
        ) : null}
        {onClose === undefined ? null : (
          <Button className="button" onPress={onClose}>
            {text('app.close')}
          </Button>
        )}
      </div>
    </div>
  )
}
