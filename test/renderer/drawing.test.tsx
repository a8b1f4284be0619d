import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, render, screen } from '@testing-library/react';
import { Profiler, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { type StepId, stepsOf } from '../../core/steps.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { type Wizard, createWizard } from '../../renderer/actions/wizard.ts';
import { WizardContext } from '../../renderer/hooks/wizard-context.tsx';
import { Shell } from '../../renderer/shell.tsx';
import { ShellSteps } from '../../renderer/shell/shell-steps.tsx';
import { fakeBridge } from './fake-bridge.ts';

/** Draws a part of the window, and counts how often anything in it is drawn again while something is done. */
function drawn(part: ReactNode): { readonly wizard: Wizard; readonly drawings: (change: () => void) => number } {
  const wizard = createWizard(fakeBridge());
  let count = 0;
  render(
    <FluentProvider theme={webLightTheme}>
      <WizardContext value={wizard}>
        <Profiler id="part" onRender={() => (count += 1)}>
          {part}
        </Profiler>
      </WizardContext>
    </FluentProvider>,
  );
  const drawings = (change: () => void) => {
    const before = count;
    act(change);
    return count - before;
  };
  return { wizard, drawings };
}

/** The wizard with its practice deployment read, at one of its pages. */
async function shellAt(step: StepId) {
  const { wizard, drawings } = drawn(<Shell />);
  await act(async () => {
    wizard.actions.chooseMode('practice');
    await Promise.resolve();
  });
  await screen.findByText('The deployment has been read');
  act(() => wizard.actions.skipTo(step));
  if (step !== 'start') await screen.findByRole('heading', { level: 1, name: stepTitles[step] });
  // What the page asks for when it opens has been answered.
  await act(async () => {});
  return { wizard, drawings };
}

describe('drawing again', () => {
  it.each(stepsOf('practice', 'set-up'))(
    'leaves the window as it is while something changes that %s does not show',
    async (step) => {
      const { wizard, drawings } = await shellAt(step);
      const { actions } = wizard;
      const change =
        step === 'network-readiness'
          ? () => actions.editContacts({ input: 'ann@outlook.com' })
          : () => actions.editDnsServers('192.0.2.1');
      expect(drawings(change)).toBe(0);
      expect(drawings(() => actions.skipTo(step === 'contacts' ? 'agreement' : 'contacts'))).toBeGreaterThan(0);
    },
  );

  it('leaves the step list as it is while a page is filled in, until a page stands otherwise than before', () => {
    const { wizard, drawings } = drawn(<ShellSteps />);
    const { actions } = wizard;
    act(() => actions.skipTo('contacts'));
    const number = (typed: string) => () =>
      actions.edit((form) => {
        const { request } = form;
        return {
          ...form,
          request: { ...request, agreement: { ...request.agreement, type: 'volume-licensing', number: typed } },
        };
      });
    expect(drawings(number('V'))).toBe(0);
    expect(drawings(number('V1'))).toBe(0);
    expect(drawings(() => actions.acceptTerms(true))).toBeGreaterThan(0);
    expect(drawings(number('V12'))).toBe(0);
  });
});
