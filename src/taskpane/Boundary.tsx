import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { usePane } from './context';
import { errorSentence } from './messages';

function Broken({ error }: { readonly error: unknown }): ReactNode {
  const { texts } = usePane();
  return (
    <div role="alert">
      <h1>{texts.pane.problemTitle}</h1>
      <p>{errorSentence(error, texts)}</p>
      <Button appearance="primary" onClick={() => location.reload()}>
        {texts.pane.reload}
      </Button>
    </div>
  );
}

/** A view that can't be shown (a part that could not be loaded, a defect) says so in its place. */
export class Boundary extends Component<
  { readonly children: ReactNode },
  { readonly failed: { readonly error: unknown } | null }
> {
  override state = { failed: null as { readonly error: unknown } | null };

  static getDerivedStateFromError(error: unknown): { failed: { error: unknown } } {
    return { failed: { error } };
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken error={this.state.failed.error} /> : this.props.children;
  }
}
