import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { shellText } from '../../core/texts/pages/shell.ts';

interface BoundaryState {
  readonly error: Error | null;
}

/** Keeps the wizard alive when one page cannot be drawn; what was typed is not lost. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{shellText.brokenTitle}</MessageBarTitle>
          {error.message} {shellText.brokenAction}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => this.setState({ error: null })}>{shellText.retry}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
