import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, render, screen } from '@testing-library/react';
import { Profiler, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../core/contract/contract.ts';
import { type StepId, stepsOf } from '../../core/steps.ts';
import { type Wizard, createWizard } from '../../renderer/actions/wizard.ts';
import { WizardContext } from '../../renderer/hooks/wizard-context.tsx';
import { Shell } from '../../renderer/shell.tsx';
import { ShellSteps } from '../../renderer/shell/shell-steps.tsx';
import { fakeBridge } from './fake-bridge.ts';
import { headingOf, until } from './wizard-harness.tsx';

/** Draws a part of the window, and counts how often anything in it is drawn again while something is done. */
function drawn(wizard: Wizard, part: ReactNode): (change: () => void) => number {
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
  return (change) => {
    const before = count;
    act(change);
    return count - before;
  };
}

/** The program, and a way to wait until it has answered everything that it was asked. */
function answeringBridge(): { readonly bridge: Bridge; readonly answered: () => Promise<void> } {
  const bridge = fakeBridge();
  const open = new Set<symbol>();
  const request: Bridge['request'] = async (name, input) => {
    const asked = Symbol(name);
    open.add(asked);
    const answer = await bridge.request(name, input);
    open.delete(asked);
    return answer;
  };
  const answered = async () => {
    do await new Promise((resolve) => setTimeout(resolve));
    while (open.size > 0);
  };
  return { bridge: { ...bridge, request }, answered };
}

/** The window at one of its pages, the practice deployment read. */
async function shellAt(step: StepId) {
  const { bridge, answered } = answeringBridge();
  const wizard = createWizard(bridge);
  const { actions } = wizard;
  actions.chooseMode('practice');
  await until(wizard, ({ deployment }) => deployment.status === 'ready');
  actions.skipTo(step);
  const drawings = drawn(wizard, <Shell />);
  await screen.findByRole('heading', { level: 1, name: headingOf(step) });
  await act(answered);
  return { actions, drawings };
}

describe('drawing again', () => {
  it.each(stepsOf('practice', 'set-up'))(
    'leaves the window as it is while something changes that %s does not show',
    async (step) => {
      const { actions, drawings } = await shellAt(step);
      const change =
        step === 'network-readiness'
          ? () => actions.editContacts({ input: 'ann@outlook.com' })
          : () => actions.editDnsServers('192.0.2.1');
      expect(drawings(change)).toBe(0);
      expect(drawings(() => actions.skipTo(step === 'contacts' ? 'agreement' : 'contacts'))).toBeGreaterThan(0);
    },
  );

  it('leaves the step list as it is while a page is filled in, until a page stands otherwise than before', () => {
    const wizard = createWizard(fakeBridge());
    const { actions } = wizard;
    actions.skipTo('contacts');
    const drawings = drawn(wizard, <ShellSteps />);
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
