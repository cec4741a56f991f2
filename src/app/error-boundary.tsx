import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** What to show instead of the app once it has thrown. */
  readonly fallback: (message: string) => ReactNode
}

/** The last lane of failure: a bug anywhere below ends here, with its message and a way to start again. */
export class ErrorBoundary extends Component<Props, { message: string | null }> {
  override state = { message: null }

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : this.props.fallback(this.state.message)
  }
}
